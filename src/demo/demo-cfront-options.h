/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TRANCHE_DEMO_CFRONT_ID_HEADER        "store-id"
#define TRANCHE_DEMO_CFRONT_SIGNATURE_HEADER "signature"

/**
 * TrancheDemoCfrontOptions:
 * @strict: refuse numbers as texts and the like, which real clients send
 * @duplicate_conflict: answer a second create of a number with 409, as in 2025
 * @check_points: refuse points of sale that are not in the bank's register
 * @not_found_as_error: answer 400 when a client is not found, as Globus does
 * @id_header: (nullable): the header with the store's id; %NULL is the default
 * @signature_header: (nullable): the header with the signature; %NULL is the
 *   default
 *
 * How the demo bank speaks the CFRONT dialect.
 */
typedef struct {
  gboolean strict;
  gboolean duplicate_conflict;
  gboolean check_points;
  gboolean not_found_as_error;
  const char *id_header;
  const char *signature_header;
} TrancheDemoCfrontOptions;

G_END_DECLS
