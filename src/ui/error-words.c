/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/error-words.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "core/bank-error.h"
#include "store/keyring-error.h"
#include "store/store-error.h"

/* A technical text that was stored with an order is cut at this length, in
 * characters, so that a page of HTML does not fill the window. */
#define MAX_DETAIL 2000

static TrancheErrorWords *
words_new (const char *title,
           const char *body)
{
  TrancheErrorWords *self = g_new0 (TrancheErrorWords, 1);

  self->title = g_strdup (title);
  self->body = g_strdup (body);

  return self;
}

void
tranche_error_words_free (TrancheErrorWords *self)
{
  g_free (self->title);
  g_free (self->body);
  g_free (self->details);
  g_free (self);
}

/* How the order stands when the bank surely did nothing. */
static const char *
nothing_happened (TrancheOperation operation)
{
  switch (operation) {
  case TRANCHE_OPERATION_CREATE:
    return _("The order was not made at the bank.");
  case TRANCHE_OPERATION_COMMIT:
    return _("The order was not committed, and no money has moved.");
  case TRANCHE_OPERATION_CANCEL:
    return _("The order was not canceled.");
  case TRANCHE_OPERATION_RETURN:
    return _("Nothing was returned, and no money has moved.");
  case TRANCHE_OPERATION_NONE:
  default:
    return "";
  }
}

/* What may have happened when the answer was lost. */
static const char *
may_have_happened (TrancheOperation operation)
{
  switch (operation) {
  case TRANCHE_OPERATION_CREATE:
    return _("The order may have been made at the bank. The program is asking the bank; "
             "do not make the order a second time.");
  case TRANCHE_OPERATION_COMMIT:
    return _("The order may have been committed, and the money may have moved. "
             "The program is asking the bank and shows its answer in the order.");
  case TRANCHE_OPERATION_CANCEL:
    return _("The order may have been canceled. Do not hand over the goods. "
             "The program is asking the bank and shows its answer in the order.");
  case TRANCHE_OPERATION_RETURN:
    return _("The money may have been returned. "
             "The program is asking the bank and shows its answer in the order.");
  case TRANCHE_OPERATION_NONE:
  default:
    return _("The program is asking the bank and shows its answer in the order.");
  }
}

/* First how the order stands, then what to do. */
static TrancheErrorWords *
words_new_nothing (const char       *title,
                   TrancheOperation  operation,
                   const char       *advice)
{
  const char *outcome = nothing_happened (operation);
  g_autofree char *body = NULL;

  if (*outcome == '\0')
    return words_new (title, advice);

  /* Translators: two whole sentences, one after the other */
  body = g_strdup_printf (_("%1$s %2$s"), outcome, advice);

  return words_new (title, body);
}

/* In whole minutes, as it is said also later, when nobody knows the seconds any more. */
static TrancheErrorWords *
rate_limited_words (TrancheOperation operation,
                    guint            seconds)
{
  guint minutes = seconds / 60 + (seconds % 60 != 0);
  g_autofree char *advice = NULL;

  if (minutes <= 1)
    return words_new_nothing (_("Too many requests to the bank"), operation,
                              _("Try again in a minute."));

  advice = g_strdup_printf (ngettext ("Try again in %u minute.",
                                      "Try again in %u minutes.",
                                      minutes),
                            minutes);

  return words_new_nothing (_("Too many requests to the bank"), operation, advice);
}

static const char *
conflict_advice (TrancheOperation operation)
{
  switch (operation) {
  case TRANCHE_OPERATION_COMMIT:
    return _("The customer may not have signed, the cooling-off period may still run, or it "
             "is committed already. Refresh the order before handing over the goods.");
  case TRANCHE_OPERATION_CANCEL:
    return _("It may be committed or canceled already. Refresh the order.");
  case TRANCHE_OPERATION_CREATE:
    return _("An order of this number may exist already with other goods. "
             "Use another number.");
  case TRANCHE_OPERATION_RETURN:
  case TRANCHE_OPERATION_NONE:
  default:
    return _("Refresh the order and try again.");
  }
}

/* What a bank said, or did not say, of a request that surely had no effect. */
static TrancheErrorWords *
bank_words (TrancheBankError code,
            TrancheOperation operation,
            guint            retry_after)
{
  switch (code) {
  case TRANCHE_BANK_ERROR_AUTHENTICATION:
    return words_new_nothing (_("The bank refuses the login"), operation,
                              _("Check the identifiers and the password in the account."));
  case TRANCHE_BANK_ERROR_FORBIDDEN:
    return words_new_nothing (_("The bank does not allow this"), operation,
                              _("The order may belong to another account, or its state does "
                                "not permit it. Refresh the order, or ask the bank."));
  case TRANCHE_BANK_ERROR_NOT_FOUND:
    return words_new_nothing (_("The bank does not know this order"), operation,
                              _("Check that the account is the right one, and whether it "
                                "works with test orders or with real ones."));
  case TRANCHE_BANK_ERROR_CONFLICT:
    return words_new_nothing (_("Not possible in the order’s present state"), operation,
                              conflict_advice (operation));
  case TRANCHE_BANK_ERROR_VALIDATION:
    return words_new_nothing (_("The bank does not accept the order’s data"), operation,
                              _("Correct what the bank names and try again."));
  case TRANCHE_BANK_ERROR_RATE_LIMITED:
    return rate_limited_words (operation, retry_after);
  case TRANCHE_BANK_ERROR_NETWORK:
    return words_new_nothing (_("No connection to the bank"), operation,
                              _("Check the network and try again."));
  case TRANCHE_BANK_ERROR_TLS:
    return words_new_nothing (_("The connection to the bank is not secure"), operation,
                              _("Nothing was sent. Check the computer’s clock and the "
                                "account’s address; somebody may be listening in on this "
                                "network."));
  case TRANCHE_BANK_ERROR_TIMEOUT:
    return words_new_nothing (_("The bank did not answer in time"), operation,
                              _("Try again in a minute."));
  case TRANCHE_BANK_ERROR_SERVER:
    return words_new_nothing (_("The bank reports a failure of its own"), operation,
                              _("Try again in a few minutes; if it stays, call the bank."));
  case TRANCHE_BANK_ERROR_PROTOCOL:
    return words_new_nothing (_("The bank’s answer makes no sense"), operation,
                              _("Check the account’s address. If it is right, send the "
                                "details below to the bank’s support."));
  case TRANCHE_BANK_ERROR_NOT_SUPPORTED:
    return words_new_nothing (_("This bank does not offer that"), operation,
                              _("Ask the bank how it is done."));
  case TRANCHE_BANK_ERROR_CREDENTIALS:
    return words_new_nothing (_("There is no password for this account"), operation,
                              _("Unlock the keyring, or enter the password again in the "
                                "account."));
  case TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME:
    return words_new (_("The bank’s answer was lost"), may_have_happened (operation));
  default:
    return words_new_nothing (_("Something went wrong"), operation,
                              _("Refresh the order and try again."));
  }
}

/* Why the answer was lost, as a title that says more than that it was. */
static const char *
lost_title (TrancheBankError cause)
{
  switch (cause) {
  case TRANCHE_BANK_ERROR_NETWORK:
    return _("The connection broke before the bank answered");
  case TRANCHE_BANK_ERROR_TIMEOUT:
    return _("The bank did not answer in time");
  case TRANCHE_BANK_ERROR_SERVER:
    return _("The bank reports a failure of its own");
  case TRANCHE_BANK_ERROR_PROTOCOL:
    return _("The bank’s answer makes no sense");
  default:
    return _("The bank’s answer was lost");
  }
}

static void
add_line (GString    *text,
          const char *format,
          const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, format);
  g_string_append (text, value);
}

/* Always valid UTF-8 of a bearable length. */
static char *
clean_text (const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return NULL;

  valid = g_utf8_make_valid (text, -1);
  if (g_utf8_strlen (valid, -1) > MAX_DETAIL)
    return g_utf8_substring (valid, 0, MAX_DETAIL);

  return g_steal_pointer (&valid);
}

/* Not translated: these are for the bank's support, as they came. */
static char *
bank_details (const GError *error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *bank_text = clean_text (tranche_bank_error_get_bank_text (error));
  g_autofree char *message = clean_text (error->message);
  guint status = tranche_bank_error_get_http_status (error);

  add_line (text, "", bank_text);
  if (g_strcmp0 (message, bank_text) != 0)
    add_line (text, "", message);
  if (status != 0) {
    g_autofree char *number = g_strdup_printf ("%u", status);

    add_line (text, "HTTP ", number);
  }
  add_line (text, "Trace-Id: ", tranche_bank_error_get_trace_id (error));

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static TrancheErrorWords *
bank_error_words (const GError     *error,
                  TrancheOperation  operation)
{
  TrancheErrorWords *self = bank_words ((TrancheBankError) error->code, operation,
                                        tranche_bank_error_get_retry_after (error));

  if (error->code == TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME)
    g_set_str (&self->title, lost_title (tranche_bank_error_get_cause (error)));
  self->details = bank_details (error);

  return self;
}

/* A book that fails may do so before the request was sent or after it was
 * answered: nothing is said of the money but how to find out. */
static TrancheErrorWords *
store_words (int              code,
             TrancheOperation operation)
{
  gboolean no_order = operation == TRANCHE_OPERATION_NONE;

  switch (code) {
  case TRANCHE_STORE_ERROR_DAMAGED:
    return words_new (_("The order book is damaged"),
                      _("The file was left as it is. Restore it from a backup, or move it "
                        "away to begin a new one; the orders at the banks are not affected."));
  case TRANCHE_STORE_ERROR_NEWER:
    return words_new (_("A newer version of Tranche wrote the order book"),
                      _("The file was left as it is. Update Tranche on this computer."));
  case TRANCHE_STORE_ERROR_LOCKED:
    return words_new (_("Another program has the order book open"),
                      no_order ? _("Close the other Tranche and try again.")
                               : _("Close the other Tranche, refresh the order and try again."));
  case TRANCHE_STORE_ERROR_ACCESS:
    return words_new (_("The order book cannot be read or written"),
                      no_order ? _("Check the permissions of the file and its folder, then "
                                   "try again.")
                               : _("Check the permissions of the file and its folder, then "
                                   "refresh the order and try again."));
  case TRANCHE_STORE_ERROR_GONE:
    return words_new (_("The file of the order book was moved or deleted"),
                      _("Put it back where it was and try again. Where it is lost, close the "
                        "program and restore the latest backup."));
  case TRANCHE_STORE_ERROR_FULL:
    return words_new (_("The disk is full"),
                      no_order ? _("Make room on the disk and try again.")
                               : _("Make room on the disk, then refresh the order and try again."));
  case TRANCHE_STORE_ERROR_NOT_FOUND:
    return words_new (_("This order is no longer in the order book"),
                      _("It was deleted meanwhile."));
  case TRANCHE_STORE_ERROR_EXISTS:
    return words_new_nothing (_("There is already an order of this number"), operation,
                              _("Use another number."));
  case TRANCHE_STORE_ERROR_BUSY:
    return words_new (_("Something is already under way with this order"),
                      _("Wait until the bank has said how it ended. "
                        "Nothing was started a second time."));
  case TRANCHE_STORE_ERROR_FAILED:
  default:
    return words_new (_("The order book failed"),
                      no_order ? _("Try again; if it stays, restore the file from a backup.")
                               : _("Refresh the order to see how it stands at the bank, "
                                   "then try again."));
  }
}

static TrancheErrorWords *
keyring_words (int code)
{
  switch (code) {
  case TRANCHE_KEYRING_ERROR_UNAVAILABLE:
    return words_new (_("This desktop has no keyring"),
                      _("Passwords are kept in the keyring only. Install and start one, "
                        "such as GNOME Keyring, then try again."));
  case TRANCHE_KEYRING_ERROR_LOCKED:
    return words_new (_("The keyring is locked"),
                      _("Unlock it and try again."));
  case TRANCHE_KEYRING_ERROR_DISMISSED:
    return words_new (_("The keyring was not unlocked"),
                      _("Try again and enter the keyring’s password."));
  case TRANCHE_KEYRING_ERROR_NOT_FOUND:
    return words_new (_("The keyring has no password for this account"),
                      _("Enter the password again in the account."));
  case TRANCHE_KEYRING_ERROR_FAILED:
  default:
    return words_new (_("The keyring failed"),
                      _("Try again; if it stays, log out of the desktop and in again."));
  }
}

static TrancheErrorWords *
io_words (int              code,
          TrancheOperation operation)
{
  if (code == G_IO_ERROR_CANCELLED)
    return words_new (_("Stopped"), nothing_happened (operation));

  return words_new_nothing (_("Something went wrong"), operation,
                            _("Check the network and try again."));
}

TrancheErrorWords *
tranche_error_words_new (const GError     *error,
                         TrancheOperation  operation)
{
  TrancheErrorWords *self;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == TRANCHE_BANK_ERROR)
    return bank_error_words (error, operation);

  if (error->domain == TRANCHE_STORE_ERROR)
    self = store_words (error->code, operation);
  else if (error->domain == TRANCHE_KEYRING_ERROR)
    self = keyring_words (error->code);
  else if (error->domain == G_IO_ERROR)
    self = io_words (error->code, operation);
  else
    self = words_new (_("Something went wrong"), _("Refresh the order and try again."));

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->details = clean_text (error->message);

  return self;
}

TrancheErrorWords *
tranche_error_words_new_for_code (int               code,
                                  const char       *text,
                                  TrancheOperation  operation)
{
  TrancheErrorWords *self = bank_words ((TrancheBankError) code, operation, 0);

  self->details = text != NULL && *text != '\0' ? clean_text (text) : NULL;

  return self;
}
