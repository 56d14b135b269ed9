/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/paid-commands.h"

#include <glib/gi18n.h>

#include "ui/toast.h"

struct _TranchePaidCommands {
  TrancheCommands parent_instance;

  TrancheShop *shop;
  TrancheCurrentOrder *current;
  TrancheSelectedOrders *selected;
  AdwToastOverlay *toasts; /* unowned */
  gboolean failed; /* it was told that one could not be marked */
};

G_DEFINE_FINAL_TYPE (TranchePaidCommands, tranche_paid_commands, TRANCHE_TYPE_COMMANDS)

gboolean
tranche_order_can_mark_paid (TrancheOrder *order)
{
  return tranche_order_get_stage (order) == TRANCHE_STAGE_COMMITTED &&
         tranche_order_get_paid_at (order) == NULL;
}

/* One failure of many is told. */
static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TranchePaidCommands) self = user_data;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  order = tranche_order_book_set_paid_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (order != NULL || self->failed || self->shop == NULL)
    return;

  self->failed = TRUE;
  tranche_commands_fail_with (TRANCHE_COMMANDS (self), error);
}

/* @ids: (element-type gint64) */
static void
mark (TranchePaidCommands *self,
      GArray              *ids,
      gboolean             paid)
{
  g_autofree char *user = g_strdup_printf ("%s@%s", g_get_user_name (), g_get_host_name ());

  self->failed = FALSE;
  for (guint i = 0; i < ids->len; i++)
    tranche_order_book_set_paid_async (tranche_shop_get_book (self->shop),
                                       g_array_index (ids, gint64, i), paid, TRANCHE_ORIGIN_USER,
                                       user, NULL, marked_cb, g_object_ref (self));
}

typedef struct {
  TranchePaidCommands *commands;
  GArray *ids;
} Marking;

static void
marking_free (gpointer  data,
              GClosure *closure)
{
  Marking *marking = data;

  g_object_unref (marking->commands);
  g_array_unref (marking->ids);
  g_free (marking);
}

static void
undo_cb (AdwToast *toast,
         Marking  *marking)
{
  if (marking->commands->shop != NULL)
    mark (marking->commands, marking->ids, FALSE);
}

static void
mark_as_paid (TranchePaidCommands *self,
              GArray              *ids)
{
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u order marked as paid out", "%u orders marked as paid out", ids->len),
                     ids->len);
  AdwToast *toast = tranche_toast_new (title);
  Marking *marking = g_new0 (Marking, 1);

  marking->commands = g_object_ref (self);
  marking->ids = g_array_ref (ids);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), marking, marking_free,
                         G_CONNECT_DEFAULT);
  mark (self, ids, TRUE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* (element-type gint64) (transfer full) */
static GArray *
get_current (TranchePaidCommands *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = tranche_order_get_id (tranche_current_order_get_order (self->current));

  g_array_append_val (ids, id);

  return ids;
}

static void
mark_paid_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  g_autoptr (GArray) ids = get_current (user_data);

  mark_as_paid (user_data, ids);
}

static void
mark_not_paid_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  g_autoptr (GArray) ids = get_current (user_data);

  mark (user_data, ids, FALSE);
}

/* Those of the selection that wait for it. */
static GArray *
get_selected (TranchePaidCommands *self)
{
  GPtrArray *orders = tranche_selected_orders_get_orders (self->selected);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; orders != NULL && i < orders->len; i++) {
    gint64 id = tranche_order_get_id (orders->pdata[i]);

    if (tranche_order_can_mark_paid (orders->pdata[i]))
      g_array_append_val (ids, id);
  }

  return ids;
}

static void
mark_paid_selected_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  g_autoptr (GArray) ids = get_selected (user_data);

  mark_as_paid (user_data, ids);
}

static const GActionEntry entries[] = {
  { .name = "mark-paid", .activate = mark_paid_cb },
  { .name = "mark-not-paid", .activate = mark_not_paid_cb },
  { .name = "mark-paid-selected", .activate = mark_paid_selected_cb },
};

static void
tranche_paid_commands_update (TrancheCommands *commands)
{
  TranchePaidCommands *self = TRANCHE_PAID_COMMANDS (commands);
  TrancheOrder *order = tranche_current_order_get_order (self->current);
  gboolean free = !tranche_guard_get_locked (tranche_shop_get_guard (self->shop));
  g_autoptr (GArray) selected = get_selected (self);

  tranche_commands_set_enabled (commands, "mark-paid",
                                free && order != NULL && tranche_order_can_mark_paid (order));
  tranche_commands_set_enabled (commands, "mark-not-paid",
                                free && order != NULL &&
                                tranche_order_get_stage (order) == TRANCHE_STAGE_COMMITTED &&
                                tranche_order_get_paid_at (order) != NULL);
  tranche_commands_set_enabled (commands, "mark-paid-selected", free && selected->len > 0);
}

static void
tranche_paid_commands_dispose (GObject *object)
{
  TranchePaidCommands *self = TRANCHE_PAID_COMMANDS (object);

  g_clear_object (&self->selected);
  g_clear_object (&self->current);
  g_clear_object (&self->shop);

  G_OBJECT_CLASS (tranche_paid_commands_parent_class)->dispose (object);
}

static void
tranche_paid_commands_class_init (TranchePaidCommandsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_paid_commands_dispose;
  TRANCHE_COMMANDS_CLASS (klass)->update = tranche_paid_commands_update;
}

static void
tranche_paid_commands_init (TranchePaidCommands *self)
{
  tranche_commands_add (TRANCHE_COMMANDS (self), entries, G_N_ELEMENTS (entries));
}

TranchePaidCommands *
tranche_paid_commands_new (TrancheShop           *shop,
                           TrancheCurrentOrder   *current,
                           TrancheSelectedOrders *selected,
                           AdwToastOverlay       *toasts)
{
  TranchePaidCommands *self = g_object_new (TRANCHE_TYPE_PAID_COMMANDS, NULL);

  self->shop = g_object_ref (shop);
  self->current = g_object_ref (current);
  self->selected = g_object_ref (selected);
  self->toasts = toasts;
  g_signal_connect_object (current, "changed",
                           G_CALLBACK (tranche_commands_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selected, "changed",
                           G_CALLBACK (tranche_commands_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_guard (shop), "notify::locked",
                           G_CALLBACK (tranche_commands_update), self, G_CONNECT_SWAPPED);
  tranche_commands_update (TRANCHE_COMMANDS (self));

  return self;
}
