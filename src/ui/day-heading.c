/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/day-heading.h"

struct _TrancheDayHeading {
  GtkWidget parent_instance;

  GtkWidget *inscription;
};

G_DEFINE_FINAL_TYPE (TrancheDayHeading, tranche_day_heading, GTK_TYPE_WIDGET)

/* To whatever stands behind a new widget, GTK tells all that is new of it, with the
 * effect that each row of the list and each cell in it gets its style anew: two thousand
 * of them for one header that comes into sight. It tells nothing of what is hidden, and
 * nothing is new of what has its style already. */
static void
take_style_alone (GtkWidget *header)
{
  GdkRGBA color;

  gtk_widget_set_visible (header, FALSE);
  gtk_widget_get_color (header, &color);
  gtk_widget_set_visible (header, TRUE);
}

static void
tranche_day_heading_root (GtkWidget *widget)
{
  GtkWidget *header = gtk_widget_get_parent (widget);

  GTK_WIDGET_CLASS (tranche_day_heading_parent_class)->root (widget);
  take_style_alone (header);
}

static void
tranche_day_heading_dispose (GObject *object)
{
  TrancheDayHeading *self = TRANCHE_DAY_HEADING (object);

  g_clear_pointer (&self->inscription, gtk_widget_unparent);

  G_OBJECT_CLASS (tranche_day_heading_parent_class)->dispose (object);
}

static void
tranche_day_heading_class_init (TrancheDayHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_day_heading_dispose;
  widget_class->root = tranche_day_heading_root;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "day-heading");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
tranche_day_heading_init (TrancheDayHeading *self)
{
  self->inscription = gtk_inscription_new ("");
  gtk_widget_add_css_class (self->inscription, "heading");
  gtk_widget_set_parent (self->inscription, GTK_WIDGET (self));
}

GtkWidget *
tranche_day_heading_new (void)
{
  return g_object_new (TRANCHE_TYPE_DAY_HEADING, NULL);
}

void
tranche_day_heading_set_text (TrancheDayHeading *self,
                              const char        *text)
{
  g_return_if_fail (TRANCHE_IS_DAY_HEADING (self));

  gtk_inscription_set_text (GTK_INSCRIPTION (self->inscription), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->inscription),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
