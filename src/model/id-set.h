/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheIdSet:
 *
 * A set of order ids. Ids are given out one after the other, so it keeps a bit
 * for each: a million of them take little more than 100 KiB and a few
 * milliseconds.
 */
typedef struct _TrancheIdSet TrancheIdSet;

TrancheIdSet *tranche_id_set_new      (void);
void          tranche_id_set_free     (TrancheIdSet       *self);
/* TRUE if it was not in it. @id: not negative */
gboolean      tranche_id_set_add      (TrancheIdSet       *self,
                                       gint64              id);
/* TRUE if it was in it. */
gboolean      tranche_id_set_remove   (TrancheIdSet       *self,
                                       gint64              id);
gboolean      tranche_id_set_contains (const TrancheIdSet *self,
                                       gint64              id);
guint         tranche_id_set_get_size (const TrancheIdSet *self);
/* One of them: of a set of one, that one; 0 of an empty set. */
gint64        tranche_id_set_get_any  (const TrancheIdSet *self);
void          tranche_id_set_clear    (TrancheIdSet       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheIdSet, tranche_id_set_free)

G_END_DECLS
