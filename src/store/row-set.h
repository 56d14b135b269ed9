/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "store/sql.h"

G_BEGIN_DECLS

/**
 * TrancheRowSet:
 *
 * A set of row ids, one bit for each up to the largest: a million takes as much
 * as a hundred, and whether an id is in it is known at once.
 */
typedef struct _TrancheRowSet TrancheRowSet;

TrancheRowSet *tranche_row_set_new       (void);
void          tranche_row_set_free      (TrancheRowSet        *self);
/* @id: more than 0 */
void          tranche_row_set_add       (TrancheRowSet        *self,
                                        gint64               id);
gboolean      tranche_row_set_contains  (TrancheRowSet        *self,
                                        gint64               id);
guint         tranche_row_set_get_n     (TrancheRowSet        *self);
/* The smallest and the largest id; 0 of an empty set. */
gint64        tranche_row_set_get_first (TrancheRowSet        *self);
gint64        tranche_row_set_get_last  (TrancheRowSet        *self);
/* Leaves those that are in @other too. */
void          tranche_row_set_intersect (TrancheRowSet        *self,
                                        TrancheRowSet        *other);
/* The ids as a list for the SQL function json_each(). */
char         *tranche_row_set_to_json   (TrancheRowSet        *self);

/* Gives the connection the function `tranche_in_set (:set, id)`. It tells whether
 * the set has the id. */
void          tranche_row_set_teach     (sqlite3             *handle);
/* Binds the set that the function looks in, and its smallest and largest id as `:first`
 * and `:last`, where the statement asks for them. It has to outlive the statement's
 * run. */
void          tranche_row_set_bind      (TrancheRowSet        *self,
                                        sqlite3_stmt        *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheRowSet, tranche_row_set_free)

G_END_DECLS
