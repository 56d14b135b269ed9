/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TrancheHttpFate:
 * @TRANCHE_HTTP_FATE_FAILED: the network failed
 * @TRANCHE_HTTP_FATE_LATE: the time that a request has was over
 * @TRANCHE_HTTP_FATE_CANCELLED: the caller has cancelled it
 * @TRANCHE_HTTP_FATE_REFUSED: what came back is not acceptable
 *
 * Why a request has no reply.
 */
typedef enum {
  TRANCHE_HTTP_FATE_FAILED,
  TRANCHE_HTTP_FATE_LATE,
  TRANCHE_HTTP_FATE_CANCELLED,
  TRANCHE_HTTP_FATE_REFUSED,
} TrancheHttpFate;

/* What @cause, an error of GIO, TLS or libsoup, means for the request @name.
 * @sent: its first byte may have left, so that an @effect may have happened at
 * the bank: then it is %TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME. (transfer full) */
GError *tranche_http_failure_new (const GError    *cause,
                                  TrancheHttpFate  fate,
                                  const char      *name,
                                  gboolean         effect,
                                  gboolean         sent);

G_END_DECLS
