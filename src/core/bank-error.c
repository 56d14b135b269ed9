/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/bank-error.h"

typedef struct {
  guint http_status;
  guint retry_after;
  char *bank_text;
  char *trace_id;
  TrancheBankError cause;
  GPtrArray *problems; /* (nullable) (element-type TrancheFieldProblem) */
} TrancheBankErrorPrivate;

static void
tranche_bank_error_private_init (TrancheBankErrorPrivate *priv)
{
  *priv = (TrancheBankErrorPrivate) { 0 };
}

static void
tranche_bank_error_private_copy (const TrancheBankErrorPrivate *source,
                                 TrancheBankErrorPrivate       *target)
{
  *target = *source;
  target->bank_text = g_strdup (source->bank_text);
  target->trace_id = g_strdup (source->trace_id);
  if (source->problems != NULL)
    g_ptr_array_ref (source->problems);
}

static void
tranche_bank_error_private_clear (TrancheBankErrorPrivate *priv)
{
  g_free (priv->bank_text);
  g_free (priv->trace_id);
  g_clear_pointer (&priv->problems, g_ptr_array_unref);
}

G_DEFINE_EXTENDED_ERROR (TrancheBankError, tranche_bank_error)

G_DEFINE_ENUM_TYPE (TrancheBankError, tranche_bank_error,
                    G_DEFINE_ENUM_VALUE (TRANCHE_BANK_ERROR_AUTHENTICATION, "authentication"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BANK_ERROR_FORBIDDEN, "forbidden"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BANK_ERROR_NOT_FOUND, "not-found"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BANK_ERROR_CONFLICT, "conflict"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BANK_ERROR_VALIDATION, "validation"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BANK_ERROR_RATE_LIMITED, "rate-limited"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BANK_ERROR_NETWORK, "network"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BANK_ERROR_TLS, "tls"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BANK_ERROR_TIMEOUT, "timeout"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BANK_ERROR_SERVER, "server"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BANK_ERROR_PROTOCOL, "protocol"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, "unknown-outcome"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BANK_ERROR_NOT_SUPPORTED, "not-supported"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BANK_ERROR_CREDENTIALS, "credentials"))

/* (nullable): of an error of another domain. */
static const TrancheBankErrorPrivate *
peek_private (const GError *error)
{
  if (error == NULL || error->domain != TRANCHE_BANK_ERROR)
    return NULL;

  return tranche_bank_error_get_private (error);
}

GError *
tranche_bank_error_new (TrancheBankError  code,
                        guint             http_status,
                        const char       *format,
                        ...)
{
  GError *error;
  va_list arguments;

  g_return_val_if_fail (format != NULL, NULL);

  va_start (arguments, format);
  error = g_error_new_valist (TRANCHE_BANK_ERROR, code, format, arguments);
  va_end (arguments);

  tranche_bank_error_get_private (error)->http_status = http_status;

  return error;
}

guint
tranche_bank_error_get_http_status (const GError *error)
{
  const TrancheBankErrorPrivate *priv = peek_private (error);

  return priv != NULL ? priv->http_status : 0;
}

guint
tranche_bank_error_get_retry_after (const GError *error)
{
  const TrancheBankErrorPrivate *priv = peek_private (error);

  return priv != NULL ? priv->retry_after : 0;
}

void
tranche_bank_error_set_retry_after (GError *error,
                                    guint   seconds)
{
  g_return_if_fail (peek_private (error) != NULL);

  tranche_bank_error_get_private (error)->retry_after = seconds;
}

const char *
tranche_bank_error_get_bank_text (const GError *error)
{
  const TrancheBankErrorPrivate *priv = peek_private (error);

  return priv != NULL ? priv->bank_text : NULL;
}

void
tranche_bank_error_set_bank_text (GError     *error,
                                  const char *text)
{
  g_return_if_fail (peek_private (error) != NULL);

  g_set_str (&tranche_bank_error_get_private (error)->bank_text, text);
}

const char *
tranche_bank_error_get_trace_id (const GError *error)
{
  const TrancheBankErrorPrivate *priv = peek_private (error);

  return priv != NULL ? priv->trace_id : NULL;
}

void
tranche_bank_error_set_trace_id (GError     *error,
                                 const char *trace_id)
{
  g_return_if_fail (peek_private (error) != NULL);

  g_set_str (&tranche_bank_error_get_private (error)->trace_id, trace_id);
}

TrancheBankError
tranche_bank_error_get_cause (const GError *error)
{
  const TrancheBankErrorPrivate *priv = peek_private (error);

  if (priv == NULL)
    return 0;

  return priv->cause != 0 ? priv->cause : (TrancheBankError) error->code;
}

void
tranche_bank_error_set_cause (GError           *error,
                              TrancheBankError  cause)
{
  g_return_if_fail (peek_private (error) != NULL);

  tranche_bank_error_get_private (error)->cause = cause;
}

GPtrArray *
tranche_bank_error_get_problems (const GError *error)
{
  const TrancheBankErrorPrivate *priv = peek_private (error);

  return priv != NULL ? priv->problems : NULL;
}

void
tranche_bank_error_set_problems (GError    *error,
                                 GPtrArray *problems)
{
  TrancheBankErrorPrivate *priv;

  g_return_if_fail (peek_private (error) != NULL);

  priv = tranche_bank_error_get_private (error);
  if (problems != NULL)
    g_ptr_array_ref (problems);
  g_clear_pointer (&priv->problems, g_ptr_array_unref);
  priv->problems = problems;
}

gboolean
tranche_bank_error_is_unknown (const GError *error)
{
  return g_error_matches (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
}
