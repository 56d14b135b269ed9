/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/json-writer.h"

G_BEGIN_DECLS

/* Each writes a member of an object, name and value. */
/* %NULL is written as null. */
void tranche_demo_member_string  (TrancheJsonWriter  *writer,
                                  const char         *name,
                                  const char         *text);
void tranche_demo_member_boolean (TrancheJsonWriter  *writer,
                                  const char         *name,
                                  gboolean            value);
void tranche_demo_member_integer (TrancheJsonWriter  *writer,
                                  const char         *name,
                                  gint64              number);
void tranche_demo_member_money   (TrancheJsonWriter  *writer,
                                  const char         *name,
                                  const TrancheMoney *amount);
/* In microseconds since the epoch; 0 is written as null. */
void tranche_demo_member_time    (TrancheJsonWriter  *writer,
                                  const char         *name,
                                  gint64              time);

G_END_DECLS
