/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/id-diff.h"

/* More steps than this cost more than they save: then it is one step over all
 * that differs. */
#define MAX_CHANGES 20000
/* A longer stretch is gone through, and not sorted out. */
#define MAX_STRETCH 20000
#define SHORT_STRETCH 200
/* Rows that come or go together are seen as such up to this number. */
#define LOOKAHEAD 256

#define ID(array, i) g_array_index (array, gint64, i)

/* The stretch of both lists between what they have in common at both ends. */
typedef struct {
  guint start;
  guint before_end;
  guint after_end;
} Stretch;

static Stretch
find_stretch (GArray *before,
              GArray *after)
{
  Stretch stretch = { 0, before->len, after->len };

  while (stretch.start < before->len && stretch.start < after->len &&
         ID (before, stretch.start) == ID (after, stretch.start))
    stretch.start++;

  while (stretch.before_end > stretch.start && stretch.after_end > stretch.start &&
         ID (before, stretch.before_end - 1) == ID (after, stretch.after_end - 1)) {
    stretch.before_end--;
    stretch.after_end--;
  }

  return stretch;
}

static void
add_change (GArray *changes,
            guint   position,
            guint   n_removed,
            guint   n_added,
            guint   source)
{
  TrancheIdChange change = { position, n_removed, n_added, source };

  if (n_removed > 0 || n_added > 0)
    g_array_append_val (changes, change);
}

GArray *
tranche_id_diff_range (GArray *before,
                       GArray *after)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (TrancheIdChange));
  Stretch stretch = find_stretch (before, after);

  add_change (changes, stretch.start, stretch.before_end - stretch.start,
              stretch.after_end - stretch.start, stretch.start);

  return changes;
}

typedef struct {
  const Stretch *stretch;
  gboolean *before;
  gboolean *after;
} Kept;

/* Walks both lists at once, between the ids that are kept. */
static GArray *
walk_kept (const Kept *kept)
{
  const Stretch *stretch = kept->stretch;
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (TrancheIdChange));
  guint i = stretch->start;
  guint j = stretch->start;

  while (i < stretch->before_end || j < stretch->after_end) {
    guint removed_from = i;
    guint added_from = j;

    while (i < stretch->before_end && !kept->before[i - stretch->start])
      i++;
    while (j < stretch->after_end && !kept->after[j - stretch->start])
      j++;

    /* All before this has its final place, so that the new position counts. */
    add_change (changes, added_from, i - removed_from, j - added_from, added_from);
    i++;
    j++;
  }

  return g_steal_pointer (&changes);
}

/* Marks the longest part of the stretch that is in both lists in one order: the
 * longest increasing subsequence of the new positions, by patience sorting. */
static void
mark_kept (GArray *before,
           GArray *after,
           Kept   *kept)
{
  guint start = kept->stretch->start;
  guint n_before = kept->stretch->before_end - start;
  guint n_after = kept->stretch->after_end - start;
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree guint *place = g_new (guint, n_before + 1);    /* new position + 1, or 0 */
  g_autofree guint *previous = g_new (guint, n_before + 1); /* index + 1 in the chain, or 0 */
  g_autofree guint *tails = g_new (guint, n_before + 1);    /* index of the end of each length */
  guint length = 0;

  for (guint j = 0; j < n_after; j++)
    g_hash_table_insert (places, &ID (after, start + j), GUINT_TO_POINTER (j + 1));

  for (guint i = 0; i < n_before; i++) {
    guint low = 0;
    guint high = length;

    place[i] = GPOINTER_TO_UINT (g_hash_table_lookup (places, &ID (before, start + i)));
    if (place[i] == 0)
      continue;

    while (low < high) {
      guint middle = (low + high) / 2;

      if (place[tails[middle]] < place[i])
        low = middle + 1;
      else
        high = middle;
    }

    previous[i] = low > 0 ? tails[low - 1] + 1 : 0;
    tails[low] = i;
    length = MAX (length, low + 1);
  }

  for (guint i = length > 0 ? tails[length - 1] + 1 : 0; i != 0; i = previous[i - 1]) {
    kept->before[i - 1] = TRUE;
    kept->after[place[i - 1] - 1] = TRUE;
  }
}

static GArray *
sort_out (GArray        *before,
          GArray        *after,
          const Stretch *stretch)
{
  g_autofree gboolean *kept_before = g_new0 (gboolean, stretch->before_end - stretch->start + 1);
  g_autofree gboolean *kept_after = g_new0 (gboolean, stretch->after_end - stretch->start + 1);
  Kept kept = { stretch, kept_before, kept_after };

  mark_kept (before, after, &kept);

  return walk_kept (&kept);
}

/* How far behind @from @id stands in a list: 0 where it is not near. */
static guint
look_ahead (GArray *ids,
            guint   from,
            guint   end,
            gint64  id)
{
  const gint64 *data = (const gint64 *) (gpointer) ids->data;
  guint last = MIN (end, from + LOOKAHEAD);

  for (guint i = from + 1; i < last; i++) {
    if (data[i] == id)
      return i - from;
  }

  return 0;
}

/* Goes through both lists at once, and where they part looks for the next id of
 * each a little further on in the other: it has to come or to go, whichever is
 * nearer. NULL where the steps are too many. */
static GArray *
go_through (GArray        *before,
            GArray        *after,
            const Stretch *stretch)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (TrancheIdChange));
  guint i = stretch->start;
  guint j = stretch->start;

  while (i < stretch->before_end || j < stretch->after_end) {
    guint removed_from = i;
    guint added_from = j;

    while (i < stretch->before_end && j < stretch->after_end && ID (before, i) != ID (after, j)) {
      guint n_removed = look_ahead (before, i, stretch->before_end, ID (after, j));
      guint n_added = look_ahead (after, j, stretch->after_end, ID (before, i));

      if (n_removed > 0 && (n_added == 0 || n_removed <= n_added)) {
        i += n_removed;
      } else if (n_added > 0) {
        j += n_added;
      } else {
        i++;
        j++;
      }
    }

    if (i == stretch->before_end || j == stretch->after_end) {
      i = stretch->before_end;
      j = stretch->after_end;
    }

    add_change (changes, added_from, i - removed_from, j - added_from, added_from);
    if (changes->len > MAX_CHANGES)
      return NULL;

    while (i < stretch->before_end && j < stretch->after_end && ID (before, i) == ID (after, j)) {
      i++;
      j++;
    }
  }

  return g_steal_pointer (&changes);
}

GArray *
tranche_id_diff (GArray *before,
                 GArray *after)
{
  Stretch stretch = find_stretch (before, after);
  guint longer = MAX (stretch.before_end, stretch.after_end) - stretch.start;
  GArray *changes = NULL;

  if (longer <= SHORT_STRETCH)
    return tranche_id_diff_range (before, after);

  if (longer <= MAX_STRETCH)
    changes = sort_out (before, after, &stretch);
  else
    changes = go_through (before, after, &stretch);

  return changes != NULL ? changes : tranche_id_diff_range (before, after);
}
