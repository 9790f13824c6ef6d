"""What lies at an address of the web, fetched within limits: `fetch.fetch` is the one door.

    from jurisdictions.record.fetching.fetch import fetch
    from jurisdictions.record.fetching.unfetched import Unfetched

    try:
        found = fetch("https://www.ice.gov/...", at=now)
    except Unfetched as failed:
        said = failed.text          # plain, translated; `failed.why` is a code to keep
    else:
        found.content, found.media_type, found.final_address, found.file_name

https on port 443 only; no address inside the operator's network, whatever a name, a redirect or a
second look at the name says; bounded in bytes (as unpacked), seconds and redirects; robots.txt and
a pause between two requests to one host. With what an earlier answer was known by (`known`), an
answer that has not changed is `found.unchanged`, without content. Nothing here reads or writes the
database; a call may last as long as `Limits.seconds` and belongs to the worker, never to a page.
"""
