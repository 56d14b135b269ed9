/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/id-diff.h"

/* More steps than this, or a longer stretch to be sorted out, cost more than
 * they save: then it is one step over all that differs. */
#define MAX_CHANGES 256
#define MAX_STRETCH 20000
#define SHORT_STRETCH 200

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

/* Whether the id at a position of a list stays where it is among the others
 * that stay. */
typedef gboolean (* Stays) (GArray   *list,
                            guint     position,
                            gpointer  data);

/* Walks both lists at once, between the ids that stay. NULL where those are not
 * the same in both lists, or where the steps are too many. */
static GArray *
walk (GArray        *before,
      GArray        *after,
      const Stretch *stretch,
      Stays          stays_before,
      Stays          stays_after,
      gpointer       data)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (TrancheIdChange));
  guint i = stretch->start;
  guint j = stretch->start;

  while (i < stretch->before_end || j < stretch->after_end) {
    guint removed_from = i;
    guint added_from = j;

    while (i < stretch->before_end && !stays_before (before, i, data))
      i++;
    while (j < stretch->after_end && !stays_after (after, j, data))
      j++;

    /* All before this has its final place, so that the new position counts. */
    add_change (changes, added_from, i - removed_from, j - added_from, added_from);
    if (changes->len > MAX_CHANGES)
      return NULL;

    if (i == stretch->before_end && j == stretch->after_end)
      break;
    if (i == stretch->before_end || j == stretch->after_end || ID (before, i) != ID (after, j))
      return NULL;

    i++;
    j++;
  }

  return g_steal_pointer (&changes);
}

static gboolean
is_unmoved (GArray   *list,
            guint     position,
            gpointer  data)
{
  return !g_hash_table_contains (data, &ID (list, position));
}

typedef struct {
  const Stretch *stretch;
  gboolean *before;
  gboolean *after;
} Kept;

static gboolean
is_kept_before (GArray   *list,
                guint     position,
                gpointer  data)
{
  Kept *kept = data;

  return kept->before[position - kept->stretch->start];
}

static gboolean
is_kept_after (GArray   *list,
               guint     position,
               gpointer  data)
{
  Kept *kept = data;

  return kept->after[position - kept->stretch->start];
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
diff_stretch (GArray        *before,
              GArray        *after,
              const Stretch *stretch)
{
  g_autofree gboolean *kept_before = g_new0 (gboolean, stretch->before_end - stretch->start + 1);
  g_autofree gboolean *kept_after = g_new0 (gboolean, stretch->after_end - stretch->start + 1);
  Kept kept = { stretch, kept_before, kept_after };

  mark_kept (before, after, &kept);

  return walk (before, after, stretch, is_kept_before, is_kept_after, &kept);
}

GArray *
tranche_id_diff (GArray     *before,
                 GArray     *after,
                 GHashTable *moved)
{
  Stretch stretch = find_stretch (before, after);
  guint longer = MAX (stretch.before_end, stretch.after_end) - stretch.start;
  GArray *changes = NULL;

  if (longer <= SHORT_STRETCH)
    return tranche_id_diff_range (before, after);

  if (longer <= MAX_STRETCH)
    changes = diff_stretch (before, after, &stretch);
  else if (moved != NULL)
    changes = walk (before, after, &stretch, is_unmoved, is_unmoved, moved);

  return changes != NULL ? changes : tranche_id_diff_range (before, after);
}
