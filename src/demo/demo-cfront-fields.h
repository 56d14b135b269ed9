/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/money.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * TrancheDemoCfrontFields:
 * @object: (nullable): the object that is read; %NULL has no members
 * @prefix: what goes before the names of its members in a complaint
 * @strict: whether types must be exactly as documented; otherwise what real
 *   clients send is accepted too: numbers as texts, texts as numbers, null
 * @complaint: (out): the first complaint, in Ukrainian; starts as %NULL
 *
 * Reads the members of a JSON object. A reader returns nothing where the member
 * is missing or wrong, and complains where it must not be.
 */
typedef struct {
  JsonObject *object;
  const char *prefix;
  gboolean strict;
  char **complaint;
} TrancheDemoCfrontFields;

/* Whether a member may be left out. */
typedef enum {
  TRANCHE_DEMO_CFRONT_OPTIONAL,
  TRANCHE_DEMO_CFRONT_REQUIRED,
} TrancheDemoCfrontPresence;

/* Up to @limit characters; 0 is no limit. (nullable) (transfer full) */
char        *tranche_demo_cfront_fields_read_string  (const TrancheDemoCfrontFields *self,
                                                      const char                    *name,
                                                      gsize                          limit,
                                                      TrancheDemoCfrontPresence      presence);
/* In hryvnias with at most two decimals, at least @min kopecks; else unset. */
TrancheMoney tranche_demo_cfront_fields_read_money   (const TrancheDemoCfrontFields *self,
                                                      const char                    *name,
                                                      gint64                         min,
                                                      TrancheDemoCfrontPresence      presence);
/* A required whole number from @min to @max; 0 where it is wrong. */
gint64       tranche_demo_cfront_fields_read_count   (const TrancheDemoCfrontFields *self,
                                                      const char                    *name,
                                                      gint64                         min,
                                                      gint64                         max);
/* The same for a value that has no name of its own, as in an array. */
gint64       tranche_demo_cfront_fields_check_count  (const TrancheDemoCfrontFields *self,
                                                      const char                    *name,
                                                      JsonNode                      *node,
                                                      gint64                         min,
                                                      gint64                         max);
/* A required true or false. */
gboolean     tranche_demo_cfront_fields_read_boolean (const TrancheDemoCfrontFields *self,
                                                      const char                    *name);
/* A day, yyyy-MM-dd. (nullable) (transfer full) */
char        *tranche_demo_cfront_fields_read_date    (const TrancheDemoCfrontFields *self,
                                                      const char                    *name,
                                                      TrancheDemoCfrontPresence      presence);
/* "+380" and nine digits. (nullable) (transfer full) */
char        *tranche_demo_cfront_fields_read_phone   (const TrancheDemoCfrontFields *self,
                                                      const char                    *name,
                                                      TrancheDemoCfrontPresence      presence);
/* (nullable) (transfer none) */
JsonObject  *tranche_demo_cfront_fields_read_object  (const TrancheDemoCfrontFields *self,
                                                      const char                    *name,
                                                      TrancheDemoCfrontPresence      presence);
/* Required, with at least one element. (nullable) (transfer none) */
JsonArray   *tranche_demo_cfront_fields_read_array   (const TrancheDemoCfrontFields *self,
                                                      const char                    *name);
void         tranche_demo_cfront_fields_complain     (const TrancheDemoCfrontFields *self,
                                                      const char                    *name,
                                                      const char                    *text);

G_END_DECLS
