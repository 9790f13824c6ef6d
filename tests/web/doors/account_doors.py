"""The doors of accounts: one's own, and those by which one comes in."""

from __future__ import annotations

from tests.people import PASSWORD
from tests.web.doors.cast import AT_THE_DESK, OUTSIDE, SIGNED_IN
from tests.web.doors.door import NOBODY, Door, closed, fixed, own, public
from tests.web.doors.probe import NOTHING

NEW = "quite another long password"
HAS_AN_APP = frozenset(
    {"reviewer", "reviewer_out", "reviewing_author", "administrator", "administrator_out"}
)
KEY = fixed(pk=1)

ACCOUNT_DOORS = (
    public("account_login", "sign in", do=True),
    public("account_logout", "sign out", do=True),
    public("account_inactive", "that an account is suspended"),
    public("account_signup", "that accounts are given by invitation", do=True),
    public("account_reset_password", "ask for another password", do=True),
    public("account_reset_password_done", "that the link is on its way"),
    public(
        "account_reset_password_from_key",
        "choose another password, with the link",
        do=True,
        parts=fixed(uidb36="1", key="abc-def"),
    ),
    public("account_reset_password_from_key_done", "that it was changed"),
    public("account_email_verification_sent", "that a link was sent"),
    Door(
        "account_confirm_email",
        "confirm an address, with the link",
        SIGNED_IN | OUTSIDE,
        NOBODY,
        fixed(key="abc"),
        others=NOTHING,
        strangers=NOTHING,
        at_the_desk=False,
    ),
    public("account_confirm_login_code", "nothing: no codes are mailed", do=True),
    public("mfa_authenticate", "the second step of signing in", do=True),
    public("mfa_login_webauthn", "sign in with a passkey", do=True),
    public(
        "invitation",
        "take an invitation, with the link",
        do=True,
        parts=lambda world, who: {"secret": world.invited.secret},
        data={"name": "New Person", "password": PASSWORD, "again": PASSWORD},
    ),
    public(
        "mail-stop",
        "stop e-mails, with the link",
        do=True,
        parts=lambda world, who: {"token": world.token},
    ),
    closed("outbox", "the mails of a tracker being tried out", strangers=NOTHING, post=False),
    own("account", "one's name, language, mail", do=True, data={"name": "X Y", "language": "en"}),
    own("leave", "leave", do=True),
    own("account-data", "all that is kept of oneself"),
    own("account-mails", "when e-mails come", do=True, data={"act": "forget", "pace": "0"}),
    Door(
        "account-tokens",
        "tokens of one's programs",
        AT_THE_DESK,
        AT_THE_DESK,
        data={"name": "A program", "role": "contributor", "region": "17", "days": "90"},
    ),
    Door(
        "account-token-revoke",
        "revoke a token of one's own",
        NOBODY,
        NOBODY,
        fixed(token=1),
        others=NOTHING,
        only_post=True,
        at_the_desk=False,
    ),
    own("account_reauthenticate", "confirm with the password", do=True),
    own("account_email", "change the address", do=True),
    own(
        "account_change_password",
        "change the password",
        do=True,
        data={"oldpassword": PASSWORD, "password1": NEW, "password2": NEW},
    ),
    own("account_set_password", "set a password", do=True),
    own("usersessions_list", "where one is signed in", do=True),
    own("mfa_index", "one's second factors"),
    own("mfa_reauthenticate", "confirm with a code", do=True),
    own("mfa_reauthenticate_webauthn", "confirm with a key", do=True),
    own("mfa_activate_totp", "set up an app", do=True),
    Door(
        "mfa_deactivate_totp",
        "switch one's app off",
        HAS_AN_APP,
        HAS_AN_APP,
        others=NOTHING,
        at_the_desk=False,
    ),
    own("mfa_list_webauthn", "one's keys"),
    own("mfa_add_webauthn", "add a key", do=True),
    closed("mfa_edit_webauthn", "rename one's own key", parts=KEY),
    closed("mfa_remove_webauthn", "remove one's own key", parts=KEY),
    closed("mfa_view_recovery_codes", "one's recovery codes", post=False),
    closed("mfa_download_recovery_codes", "the same as a file", post=False),
    own("mfa_generate_recovery_codes", "new recovery codes", do=True),
)
