/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/goods-popover.h"

#include "ui/format.h"

/* Of both sides, in pixels. */
#define SHADOW 24

struct _TrancheGoodsPopover {
  GtkPopover parent_instance;

  GtkListBox *list;
  GPtrArray *items; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TrancheGoodsPopover, tranche_goods_popover, GTK_TYPE_POPOVER)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
choose (TrancheGoodsPopover *self,
        GtkListBoxRow       *row)
{
  guint i = (guint) gtk_list_box_row_get_index (row);
  g_autoptr (TrancheOrderItem) item = tranche_order_item_ref (self->items->pdata[i]);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, item);
}

static GtkWidget *
new_label (const char *text,
           gboolean    dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  if (dim) {
    gtk_widget_add_css_class (label, "dim-label");
    gtk_widget_add_css_class (label, "caption");
  }

  return label;
}

/* "Furniture · D-1" */
static char *
describe (TrancheOrderItem *item)
{
  const char *category = tranche_order_item_get_category (item);
  const char *code = tranche_order_item_get_vendor_code (item);

  if (category != NULL && code != NULL)
    return g_strdup_printf ("%s · %s", category, code);

  return g_strdup (category != NULL ? category : code);
}

static GtkWidget *
new_row (TrancheOrderItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *price = tranche_format_money (tranche_order_item_get_price (item));
  g_autofree char *more = describe (item);
  GtkWidget *amount = gtk_label_new (price);

  gtk_box_append (GTK_BOX (texts), new_label (tranche_order_item_get_name (item), FALSE));
  if (more != NULL)
    gtk_box_append (GTK_BOX (texts), new_label (more, TRUE));
  gtk_widget_add_css_class (amount, "numeric");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), amount);

  return box;
}

static void
tranche_goods_popover_finalize (GObject *object)
{
  g_clear_pointer (&TRANCHE_GOODS_POPOVER (object)->items, g_ptr_array_unref);

  G_OBJECT_CLASS (tranche_goods_popover_parent_class)->finalize (object);
}

static void
tranche_goods_popover_class_init (TrancheGoodsPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_goods_popover_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", TRANCHE_TYPE_GOODS_POPOVER, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, TRANCHE_TYPE_ORDER_ITEM);
}

static void
tranche_goods_popover_init (TrancheGoodsPopover *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_SINGLE);
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);

  gtk_popover_set_child (GTK_POPOVER (self), list);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (list, "navigation-sidebar");
}

GtkWidget *
tranche_goods_popover_new (void)
{
  return g_object_new (TRANCHE_TYPE_GOODS_POPOVER, NULL);
}

void
tranche_goods_popover_show (TrancheGoodsPopover *self,
                            GPtrArray           *items)
{
  int width;

  g_return_if_fail (TRANCHE_IS_GOODS_POPOVER (self));
  g_return_if_fail (items != NULL);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_ptr_array_ref (items);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (self->list, new_row (items->pdata[i]));
  gtk_list_box_unselect_all (self->list);

  /* As wide as what is typed into, less the shadow. */
  width = gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (self))) - SHADOW;
  gtk_widget_set_size_request (GTK_WIDGET (self->list), MAX (width, -1), -1);
  if (items->len > 0)
    gtk_popover_popup (GTK_POPOVER (self));
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

/* Down from the last one, and up from the first, leads back into the entry. */
static void
move (TrancheGoodsPopover *self,
      int                  step)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int n_rows = (int) self->items->len;
  int at = selected != NULL ? gtk_list_box_row_get_index (selected) + step
                            : step > 0 ? 0 : n_rows - 1;

  gtk_list_box_select_row (self->list, at >= 0 && at < n_rows
                                         ? gtk_list_box_get_row_at_index (self->list, at) : NULL);
}

static void
announce (TrancheGoodsPopover *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);

  if (selected != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self),
                             tranche_order_item_get_name (
                               self->items->pdata[gtk_list_box_row_get_index (selected)]),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

gboolean
tranche_goods_popover_take_key (TrancheGoodsPopover *self,
                                guint                keyval)
{
  GtkListBoxRow *selected;

  g_return_val_if_fail (TRANCHE_IS_GOODS_POPOVER (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;

  switch (keyval) {
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    move (self, 1);
    announce (self);
    return TRUE;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    move (self, -1);
    announce (self);
    return TRUE;
  case GDK_KEY_Escape:
    gtk_popover_popdown (GTK_POPOVER (self));
    return TRUE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    selected = gtk_list_box_get_selected_row (self->list);
    if (selected != NULL)
      choose (self, selected);
    return selected != NULL;
  default:
    return FALSE;
  }
}
