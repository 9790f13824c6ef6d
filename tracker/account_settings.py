"""Accounts: by e-mail and invitation, second factors, how often a door may be knocked at."""

from __future__ import annotations

from tracker.environment import count, flag

HTTPS = flag("HTTPS")

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {"user_attributes": ["email"]}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "map"
PASSWORD_RESET_TIMEOUT = 24 * 3600

ACCOUNT_ADAPTER = "jurisdictions.web.account.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# A stranger's address typed into the reset form gets no mail from us.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = {
    # Passwords are counted in web/account/attempts.py: allauth knows no slowing down, and its
    # count of an address keeps its owner out, wherever the attacker is.
    "login": None,
    # Of the codes of second factors.
    "login_failed": "10/m/ip,60/h/ip,5/5m/key",
    # The form says the same however often an address was given; fewer mails go out.
    "reset_password": "10/m/ip",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
    "manage_email": "10/m/user",
    "confirm_email": "1/3m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = count("PROXIES", 1 if HTTPS else 0)

_FORMS = "jurisdictions.web.account.forms"
ACCOUNT_FORMS = {
    "login": f"{_FORMS}.LoginForm",
    "reauthenticate": f"{_FORMS}.ReauthenticateForm",
    "reset_password": f"{_FORMS}.ResetPasswordForm",
    "reset_password_from_key": f"{_FORMS}.ResetPasswordKeyForm",
    "change_password": f"{_FORMS}.ChangePasswordForm",
    "add_email": f"{_FORMS}.ChangeEmailForm",
}

MFA_FORMS = {
    "authenticate": f"{_FORMS}.AuthenticateForm",
    "reauthenticate": f"{_FORMS}.CodeAgainForm",
    "activate_totp": f"{_FORMS}.ActivateTOTPForm",
    "add_webauthn": f"{_FORMS}.AddKeyForm",
    "edit_webauthn": f"{_FORMS}.RenameKeyForm",
}
MFA_ADAPTER = "jurisdictions.web.account.second_factors.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# An address is confirmed before an account exists; changing it later must stay possible.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# Phones' clocks go wrong by some seconds.
MFA_TOTP_TOLERANCE = 1
# Browsers know passkeys on https, and on http://localhost for trying them out.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
