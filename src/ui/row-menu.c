/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/row-menu.h"

#include <glib/gi18n.h>

#include "ui/order-cell.h"

struct _TrancheRowMenu {
  GObject parent_instance;

  GtkWidget *parent;   /* unowned */
  GtkColumnView *view; /* unowned */
  TrancheOrderSelection *selection;
  GtkWidget *popover;
};

G_DEFINE_FINAL_TYPE (TrancheRowMenu, tranche_row_menu, G_TYPE_OBJECT)

typedef struct {
  const char *label;
  const char *action_name;
} Entry;

static const Entry for_one[] = {
  { N_("Commit…"), "win.commit" },
  { N_("Cancel Order…"), "win.cancel-order" },
  { N_("Check Payout…"), "win.check-payout" },
  { N_("Mark as Paid Out"), "win.mark-paid" },
  { N_("Mark as Not Paid Out"), "win.mark-not-paid" },
  { N_("Refresh"), "win.refresh-order" },
  { N_("Copy Order Number"), "win.copy-number" },
};

static const Entry for_several[] = {
  { N_("Commit…"), "win.commit-selected" },
  { N_("Cancel…"), "win.cancel-selected" },
  { N_("Mark as Paid Out"), "win.mark-paid-selected" },
  { N_("Refresh"), "win.refresh-selected" },
  { N_("Copy"), "win.copy-selected" },
};

/* What most orders have no use for does not stand there disabled. */
static gboolean
is_seldom (const char *action_name)
{
  return g_str_has_prefix (action_name, "win.mark-");
}

static void
fill (TrancheRowMenu *self)
{
  gboolean several = tranche_order_selection_get_n_selected (self->selection) > 1;
  const Entry *entries = several ? for_several : for_one;
  guint n_entries = several ? G_N_ELEMENTS (for_several) : G_N_ELEMENTS (for_one);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < n_entries; i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (_(entries[i].label), entries[i].action_name);

    if (is_seldom (entries[i].action_name))
      g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
    g_menu_append_item (menu, item);
  }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), G_MENU_MODEL (menu));
}

static void
popup_at (TrancheRowMenu        *self,
          const graphene_rect_t *place)
{
  GdkRectangle rectangle = {
    (int) place->origin.x, (int) place->origin.y,
    MAX ((int) place->size.width, 1), MAX ((int) place->size.height, 1),
  };

  fill (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &rectangle);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* A cell has its contents within, and a row its cells. */
static TrancheOrderCell *
find_cell (GtkWidget *widget)
{
  GtkWidget *cell = widget != NULL ? gtk_widget_get_ancestor (widget, TRANCHE_TYPE_ORDER_CELL) : NULL;

  while (cell == NULL && widget != NULL) {
    widget = gtk_widget_get_first_child (widget);
    if (TRANCHE_IS_ORDER_CELL (widget))
      cell = widget;
  }

  return cell != NULL ? TRANCHE_ORDER_CELL (cell) : NULL;
}

static void
pressed_cb (TrancheRowMenu *self,
            int             n_press,
            double          x,
            double          y)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  TrancheOrderCell *cell = find_cell (gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT));
  TrancheOrderPlace *place = cell != NULL ? tranche_order_cell_get_place (cell) : NULL;
  gint64 id = place != NULL ? tranche_order_place_get_id (place) : 0;
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  graphene_rect_t bounds;

  if (id == 0 || !gtk_widget_compute_point (view, self->parent, &point, &point))
    return;

  if (!tranche_order_selection_has (self->selection, id))
    tranche_order_selection_set_id (self->selection, id);
  graphene_rect_init (&bounds, point.x, point.y, 1, 1);
  popup_at (self, &bounds);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  TrancheRowMenu *self = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t place;

  if (tranche_order_selection_get_n_selected (self->selection) == 0 || focus == NULL ||
      !gtk_widget_compute_bounds (focus, self->parent, &place))
    return GDK_EVENT_PROPAGATE;

  popup_at (self, &place);

  return GDK_EVENT_STOP;
}

/* Whoever leaves the menu goes on in the rows. What a command of it has opened keeps
 * the keys. */
static void
closed_cb (TrancheRowMenu *self)
{
  GtkRoot *root = gtk_widget_get_root (self->parent);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || gtk_widget_is_ancestor (focus, self->popover) ||
      gtk_widget_is_ancestor (self->parent, focus))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
tranche_row_menu_dispose (GObject *object)
{
  TrancheRowMenu *self = TRANCHE_ROW_MENU (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (tranche_row_menu_parent_class)->dispose (object);
}

static void
tranche_row_menu_class_init (TrancheRowMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_row_menu_dispose;
}

static void
tranche_row_menu_init (TrancheRowMenu *self)
{
}

TrancheRowMenu *
tranche_row_menu_new (GtkWidget             *parent,
                      GtkColumnView         *view,
                      TrancheOrderSelection *selection)
{
  TrancheRowMenu *self = g_object_new (TRANCHE_TYPE_ROW_MENU, NULL);
  GtkGesture *gesture = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->parent = parent;
  self->view = view;
  self->selection = g_object_ref (selection);
  self->popover = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, parent);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (gesture));

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                      gtk_callback_action_new (key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (view), keys);

  return self;
}
