/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/json-reader.h"
#include "core/money.h"

G_BEGIN_DECLS

/* Values that are more than JSON knows of, read strictly: what is something
 * else fails the reader, with the name of the field. */

/* A string, or null, which is %NULL. (transfer full) */
char      *tranche_json_read_text_or_null (TrancheJsonReader *reader);
/* A number without a fraction, which may be written as 12.0 or 1.2e1. */
gint64     tranche_json_read_integer      (TrancheJsonReader *reader);
/* A number as an amount in @currency; see tranche_json_number_to_money(). */
gboolean   tranche_json_read_money        (TrancheJsonReader *reader,
                                           const char        *currency,
                                           TrancheMoney      *out);
/* A string with a time of RFC 3339 and its zone. (transfer full) */
GDateTime *tranche_json_read_time         (TrancheJsonReader *reader);

G_END_DECLS
