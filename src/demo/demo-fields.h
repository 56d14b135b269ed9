/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/money.h"
#include "demo/demo-refusal.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * TrancheDemoFields:
 * @object: (nullable): the object that is read; %NULL has no members
 * @prefix: what goes before the names of its members in a complaint
 * @refusal: where the complaints go
 *
 * Reads the members of a JSON object and complains of those that are missing,
 * of another type, or too long. A member that is null counts as missing, and
 * so does an empty text.
 */
typedef struct {
  JsonObject *object;
  const char *prefix;
  TrancheDemoRefusal *refusal;
} TrancheDemoFields;

/* At most @limit characters; 0 is no limit. (nullable) (transfer full) */
char       *tranche_demo_fields_read_string  (const TrancheDemoFields *self,
                                              const char              *name,
                                              gsize                    limit,
                                              gboolean                 required);
/* In roubles with at most two decimals, not negative; unset where it is wrong. */
TrancheMoney tranche_demo_fields_read_money  (const TrancheDemoFields *self,
                                              const char              *name);
/* A whole number of at least 1; 0 where it is wrong. */
gint64      tranche_demo_fields_read_count   (const TrancheDemoFields *self,
                                              const char              *name);
/* (nullable) (transfer none) */
JsonObject *tranche_demo_fields_read_object  (const TrancheDemoFields *self,
                                              const char              *name);
/* (nullable) (transfer none) */
JsonArray  *tranche_demo_fields_read_array   (const TrancheDemoFields *self,
                                              const char              *name);
void        tranche_demo_fields_complain     (const TrancheDemoFields *self,
                                              const char              *name,
                                              const char              *text);

G_END_DECLS
