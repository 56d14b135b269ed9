/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/filter-bar.h"

#include <glib/gi18n.h>

#include "ui/filter-words.h"
#include "ui/view-words.h"

struct _TrancheFilterBar {
  AdwBin parent_instance;

  AdwWrapBox *chips;
  GtkWidget *buttons[TRANCHE_N_FILTER_PARTS]; /* unowned, nullable */

  TrancheShop *shop;
  TrancheListFilter *filter;
};

G_DEFINE_FINAL_TYPE (TrancheFilterBar, tranche_filter_bar, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_FILTER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void update (TrancheFilterBar *self);

/* @filter: (transfer full) */
static void
take_filter (TrancheFilterBar  *self,
             TrancheListFilter *filter)
{
  if (tranche_list_filter_equal (self->filter, filter)) {
    tranche_list_filter_free (filter);
    return;
  }

  tranche_list_filter_free (self->filter);
  self->filter = filter;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
chip_clicked_cb (TrancheFilterBar *self,
                 GtkWidget        *button)
{
  TrancheListFilter *filter = tranche_list_filter_copy (self->filter);

  for (TrancheFilterPart part = 0; part < TRANCHE_N_FILTER_PARTS; part++) {
    if (self->buttons[part] == button)
      tranche_list_filter_clear_part (filter, part);
  }

  take_filter (self, filter);
}

static char *
get_account_label (TrancheFilterBar *self)
{
  TrancheConnection *connection = NULL;

  if (self->shop != NULL && self->filter->account_id != NULL)
    connection = tranche_shop_find_connection (self->shop, self->filter->account_id);

  return connection != NULL ? tranche_account_label (tranche_connection_get_account (connection))
                            : NULL;
}

static GtkWidget *
new_chip (TrancheFilterBar *self,
          const char       *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *tooltip = g_strdup_printf (_("Remove “%s”"), text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "chip");
  g_signal_connect_object (button, "clicked",
                           G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
new_command (const char *label,
             const char *action_name)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chip");

  return button;
}

static void
update (TrancheFilterBar *self)
{
  g_autofree char *account_label = get_account_label (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, child);
  for (TrancheFilterPart part = 0; part < TRANCHE_N_FILTER_PARTS; part++) {
    g_autofree char *text = tranche_filter_part_text (self->filter, part, account_label);

    self->buttons[part] = text != NULL ? new_chip (self, text) : NULL;
    if (text != NULL)
      adw_wrap_box_append (self->chips, self->buttons[part]);
  }

  adw_wrap_box_append (self->chips, new_command (_("C_lear"), "win.clear-filters"));
  adw_wrap_box_append (self->chips, new_command (_("_Save View…"), "win.save-view"));
  gtk_widget_set_visible (GTK_WIDGET (self), !tranche_list_filter_is_empty (self->filter));
}

static void
tranche_filter_bar_dispose (GObject *object)
{
  TrancheFilterBar *self = TRANCHE_FILTER_BAR (object);

  g_clear_object (&self->shop);
  /* The bin unparents its child itself, and so does the template. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_FILTER_BAR);

  G_OBJECT_CLASS (tranche_filter_bar_parent_class)->dispose (object);
}

static void
tranche_filter_bar_finalize (GObject *object)
{
  tranche_list_filter_free (TRANCHE_FILTER_BAR (object)->filter);

  G_OBJECT_CLASS (tranche_filter_bar_parent_class)->finalize (object);
}

static void
tranche_filter_bar_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_FILTER:
    g_value_set_boxed (value, TRANCHE_FILTER_BAR (object)->filter);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_filter_bar_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TrancheListFilter *filter;

  switch (prop_id) {
  case PROP_FILTER:
    filter = g_value_dup_boxed (value);
    take_filter (TRANCHE_FILTER_BAR (object), filter != NULL ? filter : tranche_list_filter_new ());
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_filter_bar_class_init (TrancheFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tranche_filter_bar_dispose;
  object_class->finalize = tranche_filter_bar_finalize;
  object_class->get_property = tranche_filter_bar_get_property;
  object_class->set_property = tranche_filter_bar_set_property;

  properties[PROP_FILTER] =
    g_param_spec_boxed ("filter", NULL, NULL, TRANCHE_TYPE_LIST_FILTER,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheFilterBar, chips);
}

static void
tranche_filter_bar_init (TrancheFilterBar *self)
{
  self->filter = tranche_list_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tranche_filter_bar_set_shop (TrancheFilterBar *self,
                             TrancheShop      *shop)
{
  g_return_if_fail (TRANCHE_IS_FILTER_BAR (self));

  g_set_object (&self->shop, shop);
  update (self);
}
