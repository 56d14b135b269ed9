/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/list-swap.h"

struct _TrancheListSwap {
  TrancheOrderListing *after;  /* the first @n_after of it */
  TrancheOrderListing *before; /* and this from @before_from on; after without more */
  guint n_after;
  guint before_from;
  GArray *changes;             /* (nullable): of which @n_taken were taken */
  guint n_taken;
};

TrancheListSwap *
tranche_list_swap_new (void)
{
  TrancheListSwap *self = g_new0 (TrancheListSwap, 1);

  self->after = tranche_order_listing_new (FALSE);
  self->before = tranche_order_listing_new (FALSE);

  return self;
}

void
tranche_list_swap_free (TrancheListSwap *self)
{
  tranche_order_listing_unref (self->after);
  tranche_order_listing_unref (self->before);
  g_clear_pointer (&self->changes, g_array_unref);
  g_free (self);
}

guint
tranche_list_swap_get_n (TrancheListSwap *self)
{
  return self->n_after + (self->before->ids->len - self->before_from);
}

gint64
tranche_list_swap_get_id (TrancheListSwap *self,
                          guint            position)
{
  if (position < self->n_after)
    return g_array_index (self->after->ids, gint64, position);

  return g_array_index (self->before->ids, gint64, position - self->n_after + self->before_from);
}

static guint
find_in (GArray *ids,
         guint   from,
         guint   end,
         gint64  id)
{
  const gint64 *data = (const gint64 *) (gpointer) ids->data;

  for (guint i = from; i < end; i++) {
    if (data[i] == id)
      return i;
  }

  return G_MAXUINT;
}

guint
tranche_list_swap_find (TrancheListSwap *self,
                        gint64           id)
{
  guint position = find_in (self->after->ids, 0, self->n_after, id);

  if (position != G_MAXUINT)
    return position;

  position = find_in (self->before->ids, self->before_from, self->before->ids->len, id);

  return position != G_MAXUINT ? position - self->before_from + self->n_after : G_MAXUINT;
}

/* The part of the day of @index that lies between @from and @end of @listing. */
static TrancheDayRange
get_part (TrancheOrderListing *listing,
          guint                index,
          guint                from,
          guint                end)
{
  guint i = tranche_order_listing_find_day (listing, index);
  const TrancheListDay *days = (const TrancheListDay *) (gpointer) listing->days->data;
  guint day_end = i + 1 < listing->days->len ? days[i + 1].position : listing->ids->len;

  return (TrancheDayRange) { days[i].start, MAX (days[i].position, from), MIN (day_end, end) };
}

static gboolean
get_part_after (TrancheListSwap *self,
                guint            position,
                TrancheDayRange *part)
{
  if (position >= self->n_after || self->after->days == NULL)
    return FALSE;

  *part = get_part (self->after, position, 0, self->n_after);
  return TRUE;
}

static gboolean
get_part_before (TrancheListSwap *self,
                 guint            position,
                 TrancheDayRange *part)
{
  guint index = position - self->n_after + self->before_from;

  if (index >= self->before->ids->len || self->before->days == NULL)
    return FALSE;

  *part = get_part (self->before, index, self->before_from, self->before->ids->len);
  part->first += self->n_after - self->before_from;
  part->end += self->n_after - self->before_from;
  return TRUE;
}

gboolean
tranche_list_swap_get_day (TrancheListSwap *self,
                           guint            position,
                           TrancheDayRange *day)
{
  TrancheDayRange other;

  if (position < self->n_after) {
    if (!get_part_after (self, position, day))
      return FALSE;
    /* The day may go on in the part that is still the old one. */
    if (day->end == self->n_after && get_part_before (self, self->n_after, &other) &&
        other.start == day->start)
      day->end = other.end;
    return TRUE;
  }

  if (!get_part_before (self, position, day))
    return FALSE;
  if (day->first == self->n_after && self->n_after > 0 &&
      get_part_after (self, self->n_after - 1, &other) && other.start == day->start)
    day->first = other.first;
  return TRUE;
}

/* The list as it is, in one piece: two listings become a new one. */
static TrancheOrderListing *
join (TrancheListSwap *self)
{
  guint n = tranche_list_swap_get_n (self);
  gboolean with_days = self->after->days != NULL && self->before->days != NULL;
  TrancheOrderListing *listing = tranche_order_listing_new (with_days);
  TrancheDayRange day;

  g_array_append_vals (listing->ids, self->after->ids->data, self->n_after);
  if (self->before_from < self->before->ids->len)
    g_array_append_vals (listing->ids, &g_array_index (self->before->ids, gint64, self->before_from),
                         self->before->ids->len - self->before_from);
  for (guint i = 0; with_days && i < n; i = day.end) {
    TrancheListDay begun;

    tranche_list_swap_get_day (self, i, &day);
    begun = (TrancheListDay) { i, day.start };
    g_array_append_val (listing->days, begun);
  }

  return listing;
}

TrancheOrderListing *
tranche_list_swap_settle (TrancheListSwap *self)
{
  g_clear_pointer (&self->changes, g_array_unref);

  if (self->n_after != self->after->ids->len || self->before_from != self->before->ids->len) {
    TrancheOrderListing *listing = join (self);

    tranche_order_listing_unref (self->after);
    self->after = listing;
    self->n_after = listing->ids->len;
  }

  tranche_order_listing_unref (self->before);
  self->before = tranche_order_listing_new (self->after->days != NULL);
  self->before_from = 0;

  return tranche_order_listing_ref (self->after);
}

/* What follows the last step is the same in both listings. */
static void
finish (TrancheListSwap *self)
{
  self->n_after = self->after->ids->len;
  self->before_from = self->before->ids->len;
}

void
tranche_list_swap_begin (TrancheListSwap     *self,
                         TrancheOrderListing *listing,
                         GArray              *changes)
{
  g_return_if_fail (self->changes == NULL);

  tranche_order_listing_unref (self->before);
  self->before = g_steal_pointer (&self->after);
  self->before_from = 0;
  self->after = tranche_order_listing_ref (listing);
  self->n_after = 0;
  self->changes = g_array_ref (changes);
  self->n_taken = 0;
  if (changes->len == 0)
    finish (self);
}

gboolean
tranche_list_swap_step (TrancheListSwap *self,
                        TrancheIdChange *change)
{
  if (self->changes == NULL)
    return FALSE;

  if (self->n_taken == self->changes->len) {
    g_autoptr (TrancheOrderListing) settled = tranche_list_swap_settle (self);

    return FALSE;
  }

  *change = g_array_index (self->changes, TrancheIdChange, self->n_taken++);
  self->before_from += change->position - self->n_after + change->n_removed;
  self->n_after = change->position + change->n_added;

  if (self->n_taken == self->changes->len)
    finish (self);

  return TRUE;
}
