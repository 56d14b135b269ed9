/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/goods-finder.h"

#include <string.h>

#include "ui/goods-popover.h"

/* Fewer letters could mean too much, and more than these nobody reads. */
#define MIN_LETTERS   2
#define N_SUGGESTIONS 6

/* What can only be a bar code. */
#define MIN_CODE_DIGITS 8

struct _TrancheGoodsFinder {
  GObject parent_instance;

  TrancheFieldRow *entry; /* (not owned) */
  TrancheGoodsPopover *popover;
  TrancheCatalogue *catalogue; /* (nullable) */
  char *currency;
};

G_DEFINE_FINAL_TYPE (TrancheGoodsFinder, tranche_goods_finder, G_TYPE_OBJECT)

enum {
  CHOSEN,
  SCANNED,
  NEW_CODE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
chosen_cb (TrancheGoodsFinder *self,
           TrancheOrderItem   *item)
{
  g_signal_emit (self, signals[CHOSEN], 0, item);
}

gboolean
tranche_goods_finder_is_bar_code (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return strlen (text) >= MIN_CODE_DIGITS && text[strspn (text, "0123456789")] == '\0';
}

gboolean
tranche_goods_finder_take_code (TrancheGoodsFinder *self)
{
  g_autofree char *text = NULL;
  g_autoptr (TrancheOrderItem) item = NULL;

  g_return_val_if_fail (TRANCHE_IS_GOODS_FINDER (self), FALSE);

  text = tranche_field_row_dup_text (self->entry);
  if (text == NULL)
    return FALSE;

  if (self->catalogue != NULL)
    item = tranche_catalogue_find_code (self->catalogue, text, self->currency);
  if (item != NULL)
    g_signal_emit (self, signals[SCANNED], 0, item);
  else if (tranche_goods_finder_is_bar_code (text))
    g_signal_emit (self, signals[NEW_CODE], 0, text);
  else
    return FALSE;

  return TRUE;
}

static gboolean
key_cb (TrancheGoodsFinder *self,
        guint               keyval,
        guint               keycode,
        GdkModifierType     state)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (tranche_goods_popover_take_key (self->popover, keyval))
    return GDK_EVENT_STOP;

  return is_enter && tranche_goods_finder_take_code (self) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
left_cb (TrancheGoodsFinder *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
tranche_goods_finder_dispose (GObject *object)
{
  TrancheGoodsFinder *self = TRANCHE_GOODS_FINDER (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->popover)));
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (tranche_goods_finder_parent_class)->dispose (object);
}

static void
tranche_goods_finder_finalize (GObject *object)
{
  g_free (TRANCHE_GOODS_FINDER (object)->currency);

  G_OBJECT_CLASS (tranche_goods_finder_parent_class)->finalize (object);
}

static void
tranche_goods_finder_class_init (TrancheGoodsFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_goods_finder_dispose;
  object_class->finalize = tranche_goods_finder_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", TRANCHE_TYPE_GOODS_FINDER, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, TRANCHE_TYPE_ORDER_ITEM);
  signals[SCANNED] = g_signal_new ("scanned", TRANCHE_TYPE_GOODS_FINDER, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, TRANCHE_TYPE_ORDER_ITEM);
  signals[NEW_CODE] = g_signal_new ("new-code", TRANCHE_TYPE_GOODS_FINDER, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tranche_goods_finder_init (TrancheGoodsFinder *self)
{
}

static void
watch_entry (TrancheGoodsFinder *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

TrancheGoodsFinder *
tranche_goods_finder_new (TrancheFieldRow *entry)
{
  TrancheGoodsFinder *self;

  g_return_val_if_fail (TRANCHE_IS_FIELD_ROW (entry), NULL);

  self = g_object_new (TRANCHE_TYPE_GOODS_FINDER, NULL);
  self->entry = entry;
  self->popover = TRANCHE_GOODS_POPOVER (tranche_goods_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (entry));
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  watch_entry (self);

  return self;
}

void
tranche_goods_finder_set_catalogue (TrancheGoodsFinder *self,
                                    TrancheCatalogue   *catalogue)
{
  g_return_if_fail (TRANCHE_IS_GOODS_FINDER (self));

  g_set_object (&self->catalogue, catalogue);
}

void
tranche_goods_finder_set_currency (TrancheGoodsFinder *self,
                                   const char         *currency)
{
  g_return_if_fail (TRANCHE_IS_GOODS_FINDER (self));

  g_set_str (&self->currency, currency);
}

void
tranche_goods_finder_offer (TrancheGoodsFinder *self)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (TRANCHE_IS_GOODS_FINDER (self));

  text = tranche_field_row_dup_text (self->entry);
  if (self->catalogue == NULL || text == NULL || g_utf8_strlen (text, -1) < MIN_LETTERS) {
    tranche_goods_finder_withdraw (self);
    return;
  }

  found = tranche_catalogue_find (self->catalogue, text, self->currency, N_SUGGESTIONS);
  tranche_goods_popover_show (self->popover, found);
}

void
tranche_goods_finder_withdraw (TrancheGoodsFinder *self)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  g_return_if_fail (TRANCHE_IS_GOODS_FINDER (self));

  tranche_goods_popover_show (self->popover, nothing);
}
