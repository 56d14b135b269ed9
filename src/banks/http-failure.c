/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/http-failure.h"

#include <libsoup/soup.h>

#include "core/bank-error.h"

static TrancheBankError
classify (const GError    *cause,
          TrancheHttpFate  fate,
          gboolean         sent)
{
  if (fate == TRANCHE_HTTP_FATE_REFUSED ||
      g_error_matches (cause, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING) ||
      g_error_matches (cause, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_ENCODING))
    return TRANCHE_BANK_ERROR_PROTOCOL;
  if (fate == TRANCHE_HTTP_FATE_LATE || fate == TRANCHE_HTTP_FATE_CANCELLED ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return TRANCHE_BANK_ERROR_TIMEOUT;
  /* Once the request was sent, TLS can only break off, as a network does. */
  if (cause->domain == G_TLS_ERROR && !sent)
    return TRANCHE_BANK_ERROR_TLS;

  return TRANCHE_BANK_ERROR_NETWORK;
}

GError *
tranche_http_failure_new (const GError    *cause,
                          TrancheHttpFate  fate,
                          const char      *name,
                          gboolean         effect,
                          gboolean         sent)
{
  TrancheBankError code = classify (cause, fate, sent);
  GError *error;

  if (effect && sent) {
    error = tranche_bank_error_new (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, 0, "%s: %s", name,
                                    cause->message);
    tranche_bank_error_set_cause (error, code);
    return error;
  }

  if (fate == TRANCHE_HTTP_FATE_CANCELLED)
    return g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s: %s", name, cause->message);

  /* Nothing has happened, which for an effect is all that counts. */
  if (effect && code == TRANCHE_BANK_ERROR_TIMEOUT)
    code = TRANCHE_BANK_ERROR_NETWORK;

  return tranche_bank_error_new (code, 0, "%s: %s", name, cause->message);
}
