/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheIdChange:
 * @position: in the list as it is after the changes before this one
 * @n_removed: ids to take out there
 * @n_added: ids to put in instead; they come from the new list
 * @source: where those stand in the new list
 *
 * One step from the old list to the new.
 */
typedef struct {
  guint position;
  guint n_removed;
  guint n_added;
  guint source;
} TrancheIdChange;

/* The fewest sensible steps from @before to @after (element-type gint64, each
 * id once). Where they differ over a short stretch only, that is one step: a
 * selection model finds what has moved within a step, and keeps it selected.
 * Over a longer one what has kept its order is not touched.
 * (element-type TrancheIdChange) */
GArray *tranche_id_diff       (GArray     *before,
                               GArray     *after);
/* A single step over all that differs. (element-type TrancheIdChange) */
GArray *tranche_id_diff_range (GArray     *before,
                               GArray     *after);

G_END_DECLS
