/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/view-words.h"

#include <glib/gi18n.h>

#include "model/shop.h"

typedef struct {
  const char *label;
  const char *icon_name;
  const char *empty_title;
  const char *empty_description;
  TrancheSortKey sort_key;
  gboolean descending;
} ViewWords;

static const ViewWords views[TRANCHE_N_VIEWS] = {
  [TRANCHE_VIEW_NEEDS_ACTION] = {
    N_("Needs action"), "tranche-view-action-symbolic",
    N_("Nothing to Do"),
    N_("Orders that are ready to be committed, and whatever went wrong, will stand here."),
    TRANCHE_SORT_URGENCY, FALSE,
  },
  [TRANCHE_VIEW_TODAY] = {
    N_("Today"), "tranche-view-today-symbolic",
    N_("No Orders Today"),
    N_("What is made today will stand here."),
    TRANCHE_SORT_CREATED, TRUE,
  },
  [TRANCHE_VIEW_WAITING] = {
    N_("Waiting for customer"), "tranche-stage-waiting-symbolic",
    N_("Nobody Is Waited For"),
    N_("Orders whose customers have not signed yet will stand here."),
    TRANCHE_SORT_CREATED, TRUE,
  },
  [TRANCHE_VIEW_COOLING] = {
    N_("Cooling off"), "tranche-stage-cooling-symbolic",
    N_("Nothing Is Cooling Off"),
    N_("Signed orders that the law lets the customer think over will stand here."),
    TRANCHE_SORT_DEADLINE, FALSE,
  },
  [TRANCHE_VIEW_COMMITTED] = {
    N_("Committed"), "tranche-stage-committed-symbolic",
    N_("Nothing Committed Yet"),
    N_("Orders whose goods were handed over will stand here."),
    TRANCHE_SORT_CREATED, TRUE,
  },
  [TRANCHE_VIEW_FAILED] = {
    N_("Canceled and rejected"), "tranche-stage-canceled-symbolic",
    N_("Nothing Canceled or Rejected"),
    N_("Orders that came to nothing will stand here."),
    TRANCHE_SORT_CREATED, TRUE,
  },
  [TRANCHE_VIEW_ALL] = {
    N_("All"), "tranche-view-all-symbolic",
    N_("No Orders Yet"),
    N_("Make the first one with “New Order”."),
    TRANCHE_SORT_CREATED, TRUE,
  },
};

static const char *
enum_to_nick (GType type,
              int   value)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (enum_class, value);

  return found != NULL ? found->value_nick : "";
}

static gboolean
enum_from_nick (GType       type,
                const char *nick,
                int        *out)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  GEnumValue *found = nick != NULL ? g_enum_get_value_by_nick (enum_class, nick) : NULL;

  if (found == NULL)
    return FALSE;

  *out = found->value;

  return TRUE;
}

const char *
tranche_view_label (TrancheView view)
{
  g_return_val_if_fail (view < TRANCHE_N_VIEWS, "");

  return _(views[view].label);
}

const char *
tranche_view_icon_name (TrancheView view)
{
  g_return_val_if_fail (view < TRANCHE_N_VIEWS, "");

  return views[view].icon_name;
}

const char *
tranche_view_empty_title (TrancheView view)
{
  g_return_val_if_fail (view < TRANCHE_N_VIEWS, "");

  return _(views[view].empty_title);
}

const char *
tranche_view_empty_description (TrancheView view)
{
  g_return_val_if_fail (view < TRANCHE_N_VIEWS, "");

  return _(views[view].empty_description);
}

const char *
tranche_view_to_nick (TrancheView view)
{
  return enum_to_nick (TRANCHE_TYPE_VIEW, view);
}

TrancheView
tranche_view_from_nick (const char *nick)
{
  int value = TRANCHE_VIEW_NEEDS_ACTION;

  enum_from_nick (TRANCHE_TYPE_VIEW, nick, &value);

  return value;
}

TrancheSortKey
tranche_view_default_sort (TrancheView  view,
                           gboolean    *descending)
{
  g_return_val_if_fail (view < TRANCHE_N_VIEWS, TRANCHE_SORT_CREATED);

  *descending = views[view].descending;

  return views[view].sort_key;
}

const char *
tranche_sort_key_to_nick (TrancheSortKey key)
{
  return enum_to_nick (TRANCHE_TYPE_SORT_KEY, key);
}

gboolean
tranche_sort_key_from_nick (const char     *nick,
                            TrancheSortKey *out)
{
  int value = 0;

  if (!enum_from_nick (TRANCHE_TYPE_SORT_KEY, nick, &value))
    return FALSE;

  *out = value;

  return TRUE;
}

const char *
tranche_bank_label (const char *bank)
{
  const TrancheBankInfo *info = bank != NULL ? tranche_shop_find_bank (bank) : NULL;

  if (info != NULL)
    return info->name;

  return bank != NULL ? bank : "";
}

char *
tranche_account_label (TrancheAccount *account)
{
  const char *bank, *name;
  g_autofree char *folded_bank = NULL;
  g_autofree char *folded_name = NULL;

  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (account), NULL);

  bank = tranche_bank_label (tranche_account_get_bank (account));
  name = tranche_account_get_name (account);
  if (name == NULL || *name == '\0')
    return g_strdup (bank);

  folded_bank = g_utf8_casefold (bank, -1);
  folded_name = g_utf8_casefold (name, -1);
  if (strstr (folded_name, folded_bank) != NULL)
    return g_strdup (name);

  return g_strdup_printf ("%s · %s", bank, name);
}

const char *
tranche_connection_state_hint (TrancheConnectionState state)
{
  switch (state) {
  case TRANCHE_CONNECTION_NO_SECRET:
    return _("The password is missing");
  case TRANCHE_CONNECTION_KEYRING_LOCKED:
    return _("The keyring is locked");
  case TRANCHE_CONNECTION_NO_KEYRING:
    return _("This desktop has no keyring");
  case TRANCHE_CONNECTION_REFUSED:
    return _("The bank refuses the password");
  case TRANCHE_CONNECTION_OPENING:
  case TRANCHE_CONNECTION_READY:
  default:
    return NULL;
  }
}

const char *
tranche_connection_state_fix (TrancheConnectionState state)
{
  switch (state) {
  case TRANCHE_CONNECTION_KEYRING_LOCKED:
    return _("Unlock");
  case TRANCHE_CONNECTION_NO_KEYRING:
    return _("Try Again");
  case TRANCHE_CONNECTION_NO_SECRET:
  case TRANCHE_CONNECTION_REFUSED:
    return _("Edit…");
  case TRANCHE_CONNECTION_OPENING:
  case TRANCHE_CONNECTION_READY:
  default:
    return NULL;
  }
}

const char *
tranche_callback_state_hint (TrancheCallbackState state)
{
  switch (state) {
  case TRANCHE_CALLBACK_BAD_ADDRESS:
    return _("No messages from the bank: the public address has to begin with https");
  case TRANCHE_CALLBACK_BAD_INTERFACE:
    return _("No messages from the bank: there is no such interface");
  case TRANCHE_CALLBACK_PORT_IN_USE:
    return _("No messages from the bank: another program uses the port");
  case TRANCHE_CALLBACK_PORT_DENIED:
    return _("No messages from the bank: the port has to be 1024 or more");
  case TRANCHE_CALLBACK_FAILED:
    return _("No messages from the bank: the port cannot be listened to");
  case TRANCHE_CALLBACK_OFF:
  case TRANCHE_CALLBACK_LISTENING:
  default:
    return NULL;
  }
}
