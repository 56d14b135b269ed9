/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-visits.h"

struct _TrancheOrderVisits {
  TrancheCommands parent_instance;

  TrancheShop *shop;
};

G_DEFINE_FINAL_TYPE (TrancheOrderVisits, tranche_order_visits, TRANCHE_TYPE_COMMANDS)

enum {
  SIGNAL_VISITED,
  SIGNAL_COMMIT_WANTED,
  SIGNAL_SOUGHT,
  SIGNAL_LOOKED_AROUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct {
  TrancheOrderVisits *self;
  char *number;
} Lookup;

static void
lookup_free (Lookup *lookup)
{
  g_object_unref (lookup->self);
  g_free (lookup->number);
  g_free (lookup);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lookup, lookup_free)

static void
open_order_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_VISITED], 0, g_variant_get_int64 (parameter));
}

static void
commit_order_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  open_order_cb (action, parameter, user_data);
  g_signal_emit (user_data, signals[SIGNAL_COMMIT_WANTED], 0, g_variant_get_int64 (parameter));
}

static void
number_found_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Lookup) lookup = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids =
    tranche_order_book_find_number_finish (TRANCHE_ORDER_BOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Where the book could not be asked, the list says why it cannot either. */
  if (ids != NULL && ids->len == 1)
    g_signal_emit (lookup->self, signals[SIGNAL_VISITED], 0, g_array_index (ids, gint64, 0));
  else
    g_signal_emit (lookup->self, signals[SIGNAL_SOUGHT], 0, lookup->number);
}

static void
open_number_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TrancheOrderVisits *self = user_data;
  Lookup *lookup = g_new0 (Lookup, 1);

  lookup->self = g_object_ref (self);
  lookup->number = g_variant_dup_string (parameter, NULL);
  tranche_order_book_find_number_async (tranche_shop_get_book (self->shop), lookup->number,
                                        tranche_commands_get_cancellable (TRANCHE_COMMANDS (self)),
                                        number_found_cb, lookup);
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_SOUGHT], 0, g_variant_get_string (parameter, NULL));
}

static void
look_around_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_LOOKED_AROUND], 0);
}

static const GActionEntry entries[] = {
  { .name = "open-order", .activate = open_order_cb, .parameter_type = "x" },
  { .name = "commit-order", .activate = commit_order_cb, .parameter_type = "x" },
  { .name = "open-number", .activate = open_number_cb, .parameter_type = "s" },
  { .name = "find", .activate = find_cb, .parameter_type = "s" },
  { .name = "look-around", .activate = look_around_cb },
};

static void
tranche_order_visits_dispose (GObject *object)
{
  TrancheOrderVisits *self = TRANCHE_ORDER_VISITS (object);

  g_clear_object (&self->shop);

  G_OBJECT_CLASS (tranche_order_visits_parent_class)->dispose (object);
}

static void
tranche_order_visits_class_init (TrancheOrderVisitsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_order_visits_dispose;

  signals[SIGNAL_VISITED] =
    g_signal_new ("visited", TRANCHE_TYPE_ORDER_VISITS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_COMMIT_WANTED] =
    g_signal_new ("commit-wanted", TRANCHE_TYPE_ORDER_VISITS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_SOUGHT] =
    g_signal_new ("sought", TRANCHE_TYPE_ORDER_VISITS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LOOKED_AROUND] =
    g_signal_new ("looked-around", TRANCHE_TYPE_ORDER_VISITS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tranche_order_visits_init (TrancheOrderVisits *self)
{
  tranche_commands_add (TRANCHE_COMMANDS (self), entries, G_N_ELEMENTS (entries));
}

TrancheOrderVisits *
tranche_order_visits_new (TrancheShop *shop)
{
  TrancheOrderVisits *self;

  g_return_val_if_fail (TRANCHE_IS_SHOP (shop), NULL);

  self = g_object_new (TRANCHE_TYPE_ORDER_VISITS, NULL);
  self->shop = g_object_ref (shop);
  return self;
}
