/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TRANCHE_BANK_ERROR (tranche_bank_error_quark ())
#define TRANCHE_TYPE_BANK_ERROR (tranche_bank_error_get_type ())

/**
 * TrancheBankError:
 * @TRANCHE_BANK_ERROR_AUTHENTICATION: the bank refuses the login or the signature (401)
 * @TRANCHE_BANK_ERROR_FORBIDDEN: not allowed for this order or shop (403)
 * @TRANCHE_BANK_ERROR_NOT_FOUND: the bank does not know the order (404)
 * @TRANCHE_BANK_ERROR_CONFLICT: not possible in the present state of the order (422)
 * @TRANCHE_BANK_ERROR_VALIDATION: fields are wrong; tranche_bank_error_get_problems() names them
 * @TRANCHE_BANK_ERROR_RATE_LIMITED: too many requests; tranche_bank_error_get_retry_after()
 * @TRANCHE_BANK_ERROR_NETWORK: no connection; the request surely did not reach the bank
 * @TRANCHE_BANK_ERROR_TLS: the certificate or the encryption is not to be trusted; nothing was sent
 * @TRANCHE_BANK_ERROR_TIMEOUT: no answer in time to a question that changes nothing
 * @TRANCHE_BANK_ERROR_SERVER: the bank reports a failure of its own (5xx) to such a question
 * @TRANCHE_BANK_ERROR_PROTOCOL: the reply is not what the specification says
 * @TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME: the request may have reached the bank and taken effect;
 *   ask for the state before anything else. tranche_bank_error_get_cause() tells what went wrong
 * @TRANCHE_BANK_ERROR_NOT_SUPPORTED: this bank or account does not offer the service
 * @TRANCHE_BANK_ERROR_CREDENTIALS: the password could not be had from the keyring; nothing was sent
 *
 * What can go wrong with a bank, by what the shop does about it. The message
 * of the #GError is the bank's own text or a technical one in English, never
 * for a person: the UI makes the sentence. It never has personal data.
 *
 * Stored in the book with an order's last error: values never change.
 */
typedef enum {
  TRANCHE_BANK_ERROR_AUTHENTICATION = 1,
  TRANCHE_BANK_ERROR_FORBIDDEN = 2,
  TRANCHE_BANK_ERROR_NOT_FOUND = 3,
  TRANCHE_BANK_ERROR_CONFLICT = 4,
  TRANCHE_BANK_ERROR_VALIDATION = 5,
  TRANCHE_BANK_ERROR_RATE_LIMITED = 6,
  TRANCHE_BANK_ERROR_NETWORK = 7,
  TRANCHE_BANK_ERROR_TLS = 8,
  TRANCHE_BANK_ERROR_TIMEOUT = 9,
  TRANCHE_BANK_ERROR_SERVER = 10,
  TRANCHE_BANK_ERROR_PROTOCOL = 11,
  TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME = 12,
  TRANCHE_BANK_ERROR_NOT_SUPPORTED = 13,
  TRANCHE_BANK_ERROR_CREDENTIALS = 14,
} TrancheBankError;

GQuark      tranche_bank_error_quark           (void);
GType       tranche_bank_error_get_type        (void);

/* An error with the HTTP status that it came with; 0 where there was none. */
GError     *tranche_bank_error_new             (TrancheBankError  code,
                                                guint             http_status,
                                                const char       *format,
                                                ...) G_GNUC_PRINTF (3, 4);

/* Each of these is to be called with an error of this domain, and gives the
 * neutral value for any other. */
guint       tranche_bank_error_get_http_status (const GError     *error);
/* Seconds to wait before the next request; 0 where the bank did not say. */
guint       tranche_bank_error_get_retry_after (const GError     *error);
void        tranche_bank_error_set_retry_after (GError           *error,
                                                guint             seconds);
/* The bank's own text for people: the joined messages of its error body. (nullable) */
const char *tranche_bank_error_get_bank_text   (const GError     *error);
void        tranche_bank_error_set_bank_text   (GError           *error,
                                                const char       *text);
/* The bank's number of the request, which its support asks for. (nullable) */
const char *tranche_bank_error_get_trace_id    (const GError     *error);
void        tranche_bank_error_set_trace_id    (GError           *error,
                                                const char       *trace_id);
/* What lies behind an unknown outcome; the code itself for the others; 0 for
 * an error of another domain. */
TrancheBankError
            tranche_bank_error_get_cause       (const GError     *error);
void        tranche_bank_error_set_cause       (GError           *error,
                                                TrancheBankError  cause);
/* (element-type TrancheFieldProblem) (nullable) (transfer none): the setter
 * takes a reference of the array, which is not changed any more. */
GPtrArray  *tranche_bank_error_get_problems    (const GError     *error);
void        tranche_bank_error_set_problems    (GError           *error,
                                                GPtrArray        *problems);

/* Whether the request may have taken effect at the bank. */
gboolean    tranche_bank_error_is_unknown      (const GError     *error);

G_END_DECLS
