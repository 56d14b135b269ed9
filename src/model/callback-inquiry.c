/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/callback-inquiry.h"

#include "core/log.h"

#define INTERVAL 1000

struct _TrancheCallbackInquiry {
  GObject parent_instance;

  TrancheOrderBook *book;
  TrancheOperations *operations;
  GHashTable *questions; /* (element-type Question): a set */
  GCancellable *closing;
  guint interval;
};

/* What is asked, or was asked within the interval. */
typedef struct {
  TrancheCallbackInquiry *inquiry;
  char *account_id;
  char *number;        /* (nullable) */
  char *bank_order_id; /* (nullable) */
  guint timer;
  gboolean asking;
  gboolean again;
} Question;

G_DEFINE_FINAL_TYPE (TrancheCallbackInquiry, tranche_callback_inquiry, G_TYPE_OBJECT)

static void
question_clear (Question *question)
{
  g_free (question->account_id);
  g_free (question->number);
  g_free (question->bank_order_id);
}

static void
question_unref (Question *question)
{
  g_rc_box_release_full (question, (GDestroyNotify) question_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_unref)

/* What the set lets go of: answers that are still to come find nobody. */
static void
question_drop (Question *question)
{
  g_clear_handle_id (&question->timer, g_source_remove);
  question->inquiry = NULL;
  question_unref (question);
}

static guint
question_hash (gconstpointer key)
{
  const Question *question = key;
  guint hash = g_str_hash (question->account_id);

  hash = hash * 31 + (question->number != NULL ? g_str_hash (question->number) : 0);

  return hash * 31 + (question->bank_order_id != NULL ? g_str_hash (question->bank_order_id) : 0);
}

static gboolean
question_equal (gconstpointer a,
                gconstpointer b)
{
  const Question *one = a;
  const Question *other = b;

  return g_strcmp0 (one->account_id, other->account_id) == 0 &&
         g_strcmp0 (one->number, other->number) == 0 &&
         g_strcmp0 (one->bank_order_id, other->bank_order_id) == 0;
}

static void
tranche_callback_inquiry_dispose (GObject *object)
{
  TrancheCallbackInquiry *self = TRANCHE_CALLBACK_INQUIRY (object);

  tranche_callback_inquiry_stop (self);
  g_clear_object (&self->book);
  g_clear_object (&self->operations);

  G_OBJECT_CLASS (tranche_callback_inquiry_parent_class)->dispose (object);
}

static void
tranche_callback_inquiry_finalize (GObject *object)
{
  TrancheCallbackInquiry *self = TRANCHE_CALLBACK_INQUIRY (object);

  g_clear_object (&self->closing);
  g_hash_table_unref (self->questions);

  G_OBJECT_CLASS (tranche_callback_inquiry_parent_class)->finalize (object);
}

static void
tranche_callback_inquiry_class_init (TrancheCallbackInquiryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_callback_inquiry_dispose;
  object_class->finalize = tranche_callback_inquiry_finalize;
}

static void
tranche_callback_inquiry_init (TrancheCallbackInquiry *self)
{
  self->closing = g_cancellable_new ();
  self->interval = INTERVAL;
  self->questions = g_hash_table_new_full (question_hash, question_equal,
                                           (GDestroyNotify) question_drop, NULL);
}

TrancheCallbackInquiry *
tranche_callback_inquiry_new (TrancheOrderBook  *book,
                              TrancheOperations *operations)
{
  TrancheCallbackInquiry *self = NULL;

  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (book), NULL);
  g_return_val_if_fail (TRANCHE_IS_OPERATIONS (operations), NULL);

  self = g_object_new (TRANCHE_TYPE_CALLBACK_INQUIRY, NULL);
  self->book = g_object_ref (book);
  self->operations = g_object_ref (operations);

  return self;
}

void
tranche_callback_inquiry_set_interval (TrancheCallbackInquiry *self,
                                       guint                   interval)
{
  g_return_if_fail (TRANCHE_IS_CALLBACK_INQUIRY (self));

  self->interval = interval;
}

static void ask (Question *question);

/* After an answer, or the interval: whichever is later decides. */
static void
proceed (Question *question)
{
  if (question->asking || question->timer != 0 || question->inquiry == NULL)
    return;

  if (question->again)
    ask (question);
  else
    g_hash_table_remove (question->inquiry->questions, question);
}

static void
interval_over_cb (gpointer user_data)
{
  Question *question = user_data;

  question->timer = 0;
  proceed (question);
}

static void
end_asking (Question     *question,
            const GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tranche_debug ("model", "A callback for account %s leads to nothing: %s",
                   question->account_id, error->message);

  question->asking = FALSE;
  proceed (question);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  /* What goes on with the order just now asks for its state itself. */
  order = tranche_operations_refresh_finish (TRANCHE_OPERATIONS (source), result, &error);
  end_asking (question, error);
}

/* Takes @question. */
static void
refresh (Question     *question,
         TrancheOrder *order)
{
  TrancheCallbackInquiry *inquiry = question->inquiry;

  tranche_operations_refresh_async (inquiry->operations, order, TRANCHE_PRIORITY_USER,
                                    inquiry->closing, refreshed_cb, question);
}

static void
found_by_bank_id_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  order = tranche_order_book_find_by_bank_id_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (order != NULL && question->inquiry != NULL)
    refresh (g_steal_pointer (&question), order);
  else
    end_asking (question, error);
}

/* Takes @question. */
static void
find_by_bank_id (Question *question)
{
  TrancheCallbackInquiry *inquiry = question->inquiry;

  tranche_order_book_find_by_bank_id_async (inquiry->book, question->account_id,
                                            question->bank_order_id, inquiry->closing,
                                            found_by_bank_id_cb, question);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  order = tranche_order_book_find_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (question->inquiry == NULL)
    end_asking (question, error);
  else if (order != NULL)
    refresh (g_steal_pointer (&question), order);
  else if (question->bank_order_id != NULL &&
           g_error_matches (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND))
    find_by_bank_id (g_steal_pointer (&question));
  else
    end_asking (question, error);
}

static void
ask (Question *question)
{
  TrancheCallbackInquiry *inquiry = question->inquiry;

  question->asking = TRUE;
  question->again = FALSE;
  question->timer = g_timeout_add_once (inquiry->interval, interval_over_cb, question);

  if (question->number != NULL)
    tranche_order_book_find_async (inquiry->book, question->account_id, question->number,
                                   inquiry->closing, found_cb, g_rc_box_acquire (question));
  else
    find_by_bank_id (g_rc_box_acquire (question));
}

void
tranche_callback_inquiry_follow (TrancheCallbackInquiry *self,
                                 const char             *account_id,
                                 const char             *number,
                                 const char             *bank_order_id)
{
  g_autoptr (Question) question = NULL;
  Question *known = NULL;

  g_return_if_fail (TRANCHE_IS_CALLBACK_INQUIRY (self));
  g_return_if_fail (account_id != NULL);
  g_return_if_fail (number != NULL || bank_order_id != NULL);

  if (g_cancellable_is_cancelled (self->closing))
    return;

  question = g_rc_box_new0 (Question);
  question->inquiry = self;
  question->account_id = g_strdup (account_id);
  question->number = g_strdup (number);
  question->bank_order_id = g_strdup (bank_order_id);

  known = g_hash_table_lookup (self->questions, question);
  if (known != NULL) {
    known->again = TRUE;
    return;
  }

  g_hash_table_add (self->questions, g_rc_box_acquire (question));
  ask (question);
}

void
tranche_callback_inquiry_stop (TrancheCallbackInquiry *self)
{
  g_return_if_fail (TRANCHE_IS_CALLBACK_INQUIRY (self));

  g_cancellable_cancel (self->closing);
  g_hash_table_remove_all (self->questions);
}
