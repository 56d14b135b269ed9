/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pin-words.h"

#include <glib/gi18n.h>

#include "ui/error-words.h"

const char *
tranche_pin_title (TranchePinPurpose purpose)
{
  switch (purpose) {
  case TRANCHE_PIN_UNLOCK:
    return _("Unlock");
  case TRANCHE_PIN_CHANGE:
    return _("Set PIN");
  case TRANCHE_PIN_REMOVE:
    return _("Remove PIN");
  case TRANCHE_PIN_ASK:
  default:
    return _("PIN");
  }
}

const char *
tranche_pin_body (TranchePinPurpose purpose)
{
  switch (purpose) {
  case TRANCHE_PIN_UNLOCK:
    return _("Orders can be made, committed, canceled and returned again.");
  case TRANCHE_PIN_CHANGE:
    return _("Cancellations and returns ask for it, and the window can be locked. "
             "It guards a shared counter from mistakes and does not replace "
             "the password of this computer.");
  case TRANCHE_PIN_REMOVE:
    return _("Nothing asks for it any more, and the window cannot be locked.");
  case TRANCHE_PIN_ASK:
  default:
    return _("Cancellations and returns ask for the PIN.");
  }
}

const char *
tranche_pin_run_label (TranchePinPurpose purpose)
{
  switch (purpose) {
  case TRANCHE_PIN_UNLOCK:
    return _("_Unlock");
  case TRANCHE_PIN_CHANGE:
    return _("_Set PIN");
  case TRANCHE_PIN_REMOVE:
    return _("_Remove PIN");
  case TRANCHE_PIN_ASK:
  default:
    return _("C_ontinue");
  }
}

char *
tranche_pin_wait_text (guint seconds)
{
  return g_strdup_printf (ngettext ("Too many wrong PINs. Wait %u second.",
                                    "Too many wrong PINs. Wait %u seconds.", seconds), seconds);
}

char *
tranche_pin_error_text (const GError *error)
{
  g_autoptr (TrancheErrorWords) words = NULL;

  if (g_error_matches (error, TRANCHE_GUARD_ERROR, TRANCHE_GUARD_ERROR_WRONG))
    return g_strdup (_("Wrong PIN"));
  if (g_error_matches (error, TRANCHE_GUARD_ERROR, TRANCHE_GUARD_ERROR_SHAPE))
    return g_strdup (_("A PIN has 4 to 12 digits"));
  if (g_error_matches (error, TRANCHE_GUARD_ERROR, TRANCHE_GUARD_ERROR_WAIT))
    return g_strdup (_("Try again in a moment"));

  words = tranche_error_words_new (error, TRANCHE_OPERATION_NONE);

  return g_strdup_printf ("%s. %s", words->title, words->body);
}
