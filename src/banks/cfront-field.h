/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/json-reader.h"
#include "core/money.h"

G_BEGIN_DECLS

/* Values of replies that a person reads and that decide nothing, taken
 * leniently: banks that speak CFRONT write numbers as strings and strings as
 * numbers. Whatever cannot be used is stepped over, as if it were not there. */

/* (transfer full) (nullable): never empty. */
char         *tranche_cfront_take_text    (TrancheJsonReader *reader);
/* Exact, or unset. */
TrancheMoney  tranche_cfront_take_money   (TrancheJsonReader *reader,
                                           const char        *currency);
/* A number of something, or 0. */
guint         tranche_cfront_take_count   (TrancheJsonReader *reader);
/* A time that has no zone of its own is one in Kyiv, where these banks are.
 * (transfer full) (nullable) */
GDateTime    *tranche_cfront_take_time    (TrancheJsonReader *reader);
/* Whether there is a yes or no, which is put into @out. */
gboolean      tranche_cfront_take_boolean (TrancheJsonReader *reader,
                                           gboolean          *out);

/**
 * TrancheCfrontText:
 *
 * A member of an object that is a text, and where in a struct it goes.
 */
typedef struct {
  const char *name;
  gsize offset;
} TrancheCfrontText;

/* Takes the member @name, of which the reader is at the value, if it is one of
 * the @texts of @values; one that cannot be used leaves what is there already.
 * %FALSE when it is none of them. */
gboolean      tranche_cfront_take_member  (TrancheJsonReader       *reader,
                                           const char              *name,
                                           const TrancheCfrontText *texts,
                                           gsize                    n_texts,
                                           gpointer                 values);

G_END_DECLS
