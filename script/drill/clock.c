/* The machine's clock, ahead or back by as many seconds as the first eight bytes of DRILL_CLOCK say; clocks that
   nobody can set go on. Built and preloaded by clocks.py: libfaketime 0.9.10 breaks every sleep when it leaves those alone. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static volatile int64_t *ahead;

__attribute__((constructor)) static void look(void) {
    const char *name = getenv("DRILL_CLOCK");
    int file = name ? open(name, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0) return;
    void *seen = mmap(NULL, sizeof *ahead, PROT_READ, MAP_SHARED, file, 0);
    if (seen != MAP_FAILED) ahead = seen;
    close(file);
}

int clock_gettime(clockid_t which, struct timespec *now) {
    int wrong = (int)syscall(SYS_clock_gettime, which, now);
    if (!wrong && ahead && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) now->tv_sec += *ahead;
    return wrong;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    int wrong = (int)syscall(SYS_gettimeofday, now, zone);
    if (!wrong && now && ahead) now->tv_sec += *ahead;
    return wrong;
}

time_t time(time_t *told) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (told) *told = now.tv_sec;
    return now.tv_sec;
}
