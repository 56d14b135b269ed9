/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/order-list-private.h"

#include "model/id-diff.h"

/* µs. The book is asked anew this long after a change, and no more often than
 * every fourth moment it takes. */
#define REQUERY_DELAY  (120 * 1000)
#define REQUERY_FACTOR 4

typedef struct {
  TrancheOrderList *list;
  GCancellable *cancellable;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->list);
  g_object_unref (question->cancellable);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

void
tranche_order_list_take_ids (TrancheOrderList *self,
                             GArray           *ids)
{
  g_autoptr (GArray) changes = NULL;
  guint n_before = self->ids->len;

  if (self->query_is_new)
    changes = tranche_id_diff_range (self->ids, ids);
  else
    changes = tranche_id_diff (self->ids, ids, self->asked);

  for (guint i = 0; i < changes->len; i++) {
    TrancheIdChange *change = &g_array_index (changes, TrancheIdChange, i);

    if (change->n_removed > 0)
      g_array_remove_range (self->ids, change->position, change->n_removed);
    if (change->n_added > 0)
      g_array_insert_vals (self->ids, change->position,
                           &g_array_index (ids, gint64, change->source), change->n_added);

    g_list_model_items_changed (G_LIST_MODEL (self), change->position,
                                change->n_removed, change->n_added);
  }

  if (self->ids->len != n_before)
    g_object_notify (G_OBJECT (self), "n-items");
}

static gboolean
requery_cb (gpointer user_data)
{
  TrancheOrderList *self = user_data;

  self->requery_id = 0;
  tranche_order_list_ask (self);

  return G_SOURCE_REMOVE;
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
    self->requery_id = g_timeout_add ((guint) (delay / 1000), requery_cb, self);
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

static void
queried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  TrancheOrderList *self = question->list;
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;

  ids = tranche_order_book_query_finish (TRANCHE_ORDER_BOOK (source), result, &error);

  /* A newer question has taken its place and waits for its own answer. */
  if (g_cancellable_is_cancelled (question->cancellable)) {
    g_clear_error (&error);
    return;
  }

  g_clear_object (&self->querying);
  self->query_took = g_get_monotonic_time () - self->query_began;

  if (ids != NULL)
    tranche_order_list_take_ids (self, ids);
  set_error (self, error);

  if (self->query_is_new) {
    self->query_is_new = FALSE;
    g_object_notify (G_OBJECT (self), "loading");
  }

  if (self->query_again)
    ask_later (self);
}

/* An answer that nobody waited for may have moved what had changed before it. */
static void
collect_changed (TrancheOrderList *self)
{
  GHashTableIter iter;
  gpointer key = NULL;

  if (self->querying == NULL)
    g_hash_table_remove_all (self->asked);

  g_hash_table_iter_init (&iter, self->changed);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    g_hash_table_iter_steal (&iter);
    g_hash_table_add (self->asked, key);
  }
}

void
tranche_order_list_stop_asking (TrancheOrderList *self)
{
  g_cancellable_cancel (self->querying);
  g_clear_object (&self->querying);
  g_clear_handle_id (&self->requery_id, g_source_remove);
}

void
tranche_order_list_ask (TrancheOrderList *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  Question *question = NULL;

  collect_changed (self);
  tranche_order_list_stop_asking (self);

  self->querying = g_cancellable_new ();
  self->query_again = FALSE;
  self->query_began = g_get_monotonic_time ();

  question = g_new0 (Question, 1);
  question->list = g_object_ref (self);
  question->cancellable = g_object_ref (self->querying);
  tranche_order_book_query_async (self->book, self->query, now, self->querying,
                                  queried_cb, question);
}

static void
add_id (GHashTable *set,
        gint64      id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

void
tranche_order_list_note_changed (TrancheOrderList *self,
                                 gint64            id)
{
  add_id (self->changed, id);
  /* An answer that is on its way may or may not have it. */
  if (self->querying != NULL)
    add_id (self->asked, id);

  ask_later (self);
}
