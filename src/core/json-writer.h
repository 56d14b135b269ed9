/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/money.h"

G_BEGIN_DECLS

/**
 * TrancheJsonWriter:
 *
 * Writes compact JSON in the order in which it is told. Amounts of money are
 * written digit by digit: a generator that knows numbers only as doubles turns
 * 2499.99 into 2499.9899999999998, which a bank refuses as another sum.
 */
typedef struct _TrancheJsonWriter TrancheJsonWriter;

TrancheJsonWriter *tranche_json_writer_new          (void);
void               tranche_json_writer_free         (TrancheJsonWriter  *self);
/* Ends the writing and frees @self. Every object and array must have been
 * ended. (transfer full) (not nullable) */
char              *tranche_json_writer_finish       (TrancheJsonWriter  *self);

void               tranche_json_writer_begin_object (TrancheJsonWriter  *self);
void               tranche_json_writer_end_object   (TrancheJsonWriter  *self);
void               tranche_json_writer_begin_array  (TrancheJsonWriter  *self);
void               tranche_json_writer_end_array    (TrancheJsonWriter  *self);
/* The name of the member whose value is written next. */
void               tranche_json_writer_add_name     (TrancheJsonWriter  *self,
                                                     const char         *name);

/* @text must be UTF-8; %NULL is written as null. */
void               tranche_json_writer_add_string   (TrancheJsonWriter  *self,
                                                     const char         *text);
void               tranche_json_writer_add_integer  (TrancheJsonWriter  *self,
                                                     gint64              number);
void               tranche_json_writer_add_boolean  (TrancheJsonWriter  *self,
                                                     gboolean            value);
/* The shortest exact decimal; an unset amount is written as null. */
void               tranche_json_writer_add_money    (TrancheJsonWriter  *self,
                                                     const TrancheMoney *amount);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheJsonWriter, tranche_json_writer_free)

G_END_DECLS
