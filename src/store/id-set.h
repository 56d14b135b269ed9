/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "store/sql.h"

G_BEGIN_DECLS

/**
 * TrancheIdSet:
 *
 * A set of row ids, one bit for each up to the largest: a million takes as much
 * as a hundred, and whether an id is in it is known at once.
 */
typedef struct _TrancheIdSet TrancheIdSet;

TrancheIdSet *tranche_id_set_new       (void);
void          tranche_id_set_free      (TrancheIdSet        *self);
/* @id: more than 0 */
void          tranche_id_set_add       (TrancheIdSet        *self,
                                        gint64               id);
gboolean      tranche_id_set_contains  (TrancheIdSet        *self,
                                        gint64               id);
guint         tranche_id_set_get_n     (TrancheIdSet        *self);
/* Leaves those that are in @other too. */
void          tranche_id_set_intersect (TrancheIdSet        *self,
                                        TrancheIdSet        *other);
/* The ids as a list for the SQL function json_each(). */
char         *tranche_id_set_to_json   (TrancheIdSet        *self);

/* Gives the connection the function `tranche_in_set (:set, id)`. It tells whether
 * the set has the id. */
void          tranche_id_set_teach     (sqlite3             *handle);
/* Binds the set that the function looks in. It has to outlive the statement's run. */
void          tranche_id_set_bind      (TrancheIdSet        *self,
                                        sqlite3_stmt        *statement,
                                        int                  index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheIdSet, tranche_id_set_free)

G_END_DECLS
