/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-refusal.h"

#include "banks/tbank-wire-failure.h"
#include "core/bank-error.h"

GError *
tranche_tbank_refusal_new (TrancheHttpReply *reply,
                           const char       *name,
                           gboolean          effect)
{
  GError *error = tranche_http_reply_to_error (reply, name, effect);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *text = NULL;

  if (!error)
    return NULL;

  tranche_tbank_read_failure (reply->body, &text, &problems);
  tranche_bank_error_set_bank_text (error, text);
  if (problems->len > 0)
    tranche_bank_error_set_problems (error, problems);

  return error;
}
