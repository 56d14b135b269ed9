/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-refusal.h"

#include "banks/cfront-wire-failure.h"
#include "core/bank-error.h"

#define BAD_REQUEST 400

GError *
tranche_cfront_refusal_new (TrancheHttpReply *reply,
                            const char       *name,
                            gboolean          effect,
                            gboolean          needs_state)
{
  GError *error = tranche_http_reply_to_error (reply, name, effect);
  g_autofree char *text = NULL;

  if (!error)
    return NULL;

  if (needs_state && reply->status == BAD_REQUEST)
    error->code = TRANCHE_BANK_ERROR_CONFLICT;
  text = tranche_cfront_read_failure (reply->body);
  tranche_bank_error_set_bank_text (error, text);

  return error;
}
