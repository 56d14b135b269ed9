/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/order-list-private.h"

/* µs. The book is asked anew this long after a change, and no more often than
 * every fourth moment it takes. */
#define REQUERY_DELAY  (120 * 1000)
#define REQUERY_FACTOR 4

/* Orders that a new query asks for first: as many as a view has widgets for, which
 * stay so. Of them as many are read at once as fit on a tall screen. The others are
 * asked for when these have been drawn: REST ms later. */
#define FIRST_PAGE 240
#define FIRST_READ 40
#define REST 60

typedef struct {
  TrancheOrderList *list;
  GCancellable *cancellable;
  guint limit;
  TrancheOrderListing *listing; /* (nullable): the answer */
  guint n_changed;              /* as the list had it before its first rows were loaded */
} Question;

static void
question_free (Question *question)
{
  g_clear_pointer (&question->listing, tranche_order_listing_unref);
  g_object_unref (question->list);
  g_object_unref (question->cancellable);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void ask (TrancheOrderList *self,
                 guint             limit);

static gboolean
requery_cb (gpointer user_data)
{
  TrancheOrderList *self = user_data;

  self->requery_id = 0;
  ask (self, 0);

  return G_SOURCE_REMOVE;
}

static void
ask_in (TrancheOrderList *self,
        guint             delay)
{
  self->requery_id = g_timeout_add (delay, requery_cb, self);
}

static void
ask_later (TrancheOrderList *self)
{
  gint64 delay = MAX (REQUERY_DELAY, REQUERY_FACTOR * self->query_took);

  if (self->query == NULL || self->requery_id != 0)
    return;

  if (self->querying != NULL)
    self->query_again = TRUE;
  else
    ask_in (self, (guint) (delay / 1000));
}

static void
set_error (TrancheOrderList *self,
           GError           *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify (G_OBJECT (self), "error");
}

/* The answer to @question is dealt with: @error (nullable) instead of one. */
static void
end_question (TrancheOrderList *self,
              guint             limit,
              GError           *error)
{
  g_clear_object (&self->querying);
  self->query_took = g_get_monotonic_time () - self->query_began;
  set_error (self, error);

  if (self->query_is_new) {
    self->query_is_new = FALSE;
    g_object_notify (G_OBJECT (self), "loading");
  }

  /* The notification may have led to another question. */
  if (self->querying != NULL || self->query == NULL)
    return;

  if (limit > 0 && error == NULL && !self->complete)
    ask_in (self, REST);
  else if (self->query_again)
    ask_later (self);
}

static void
diffed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  TrancheOrderList *self = question->list;
  g_autoptr (TrancheOrderDiff) diff = tranche_order_diff_finish (result);

  /* A newer question has taken its place and waits for its own answer. */
  if (g_cancellable_is_cancelled (question->cancellable))
    return;

  tranche_order_list_take (self, diff);
  end_question (self, question->limit, NULL);
}

static void
compare (Question *question)
{
  TrancheOrderList *self = question->list;
  g_autoptr (TrancheOrderListing) before = tranche_list_swap_settle (self->swap);

  tranche_order_diff_async (before, question->listing, self->query_is_new, diffed_cb, question);
}

static void
first_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GPtrArray) orders = NULL;

  orders = tranche_order_book_load_finish (TRANCHE_ORDER_BOOK (source), result, NULL);
  if (g_cancellable_is_cancelled (question->cancellable))
    return;

  /* What could not be loaded, or may have changed since, is loaded where it is shown. */
  if (orders != NULL && question->n_changed == question->list->n_changed)
    tranche_order_list_fill (question->list, orders);
  compare (g_steal_pointer (&question));
}

static void
queried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  TrancheOrderList *self = question->list;
  GError *error = NULL;

  question->listing = tranche_order_book_query_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (g_cancellable_is_cancelled (question->cancellable)) {
    g_clear_error (&error);
    return;
  }

  if (question->listing == NULL) {
    end_question (self, question->limit, error);
    return;
  }

  /* The rows of another list come filled: each would be drawn twice otherwise. */
  if (self->query_is_new) {
    GArray *listed = question->listing->ids;
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    GCancellable *cancellable = question->cancellable;

    g_array_append_vals (ids, listed->data, MIN (listed->len, FIRST_READ));
    question->n_changed = self->n_changed;
    tranche_order_book_load_async (self->book, ids, cancellable, first_loaded_cb,
                                   g_steal_pointer (&question));
  } else {
    compare (g_steal_pointer (&question));
  }
}

void
tranche_order_list_stop_asking (TrancheOrderList *self)
{
  g_cancellable_cancel (self->querying);
  g_clear_object (&self->querying);
  g_clear_handle_id (&self->requery_id, g_source_remove);
}

static void
ask (TrancheOrderList *self,
     guint             limit)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  Question *question = NULL;

  tranche_order_list_stop_asking (self);

  self->querying = g_cancellable_new ();
  self->query_again = FALSE;
  self->query_began = g_get_monotonic_time ();

  question = g_new0 (Question, 1);
  question->list = g_object_ref (self);
  question->cancellable = g_object_ref (self->querying);
  question->limit = limit;
  tranche_order_book_query_async (self->book, self->query, now, limit, self->querying,
                                  queried_cb, question);
}

void
tranche_order_list_ask (TrancheOrderList *self)
{
  ask (self, self->query_is_new ? FIRST_PAGE : 0);
}

void
tranche_order_list_note_changed (TrancheOrderList *self)
{
  ask_later (self);
}

gboolean
tranche_order_list_get_loading (TrancheOrderList *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST (self), FALSE);

  return self->query_is_new;
}

const GError *
tranche_order_list_get_error (TrancheOrderList *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST (self), NULL);

  return self->error;
}
