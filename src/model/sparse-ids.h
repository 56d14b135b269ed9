/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheSparseIds:
 *
 * A set of order ids. Ids are given out one after the other, so it keeps a bit
 * for each: a million of them take little more than 100 KiB and a few
 * milliseconds.
 */
typedef struct _TrancheSparseIds TrancheSparseIds;

TrancheSparseIds *tranche_sparse_ids_new      (void);
void              tranche_sparse_ids_free     (TrancheSparseIds       *self);
/* TRUE if it was not in it. @id: not negative */
gboolean          tranche_sparse_ids_add      (TrancheSparseIds       *self,
                                               gint64                  id);
/* TRUE if it was in it. */
gboolean          tranche_sparse_ids_remove   (TrancheSparseIds       *self,
                                               gint64                  id);
gboolean          tranche_sparse_ids_contains (const TrancheSparseIds *self,
                                               gint64                  id);
guint             tranche_sparse_ids_get_size (const TrancheSparseIds *self);
/* One of them: of a set of one, that one; 0 of an empty set. */
gint64            tranche_sparse_ids_get_any  (const TrancheSparseIds *self);
void              tranche_sparse_ids_clear    (TrancheSparseIds       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheSparseIds, tranche_sparse_ids_free)

G_END_DECLS
