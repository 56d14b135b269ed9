/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/handover-banner.h"

struct _TrancheHandoverBanner {
  AdwBin parent_instance;

  GtkBox *box;
  GtkImage *icon;
  GtkLabel *label;
  GtkLabel *reason_label;

  char *announced;
};

G_DEFINE_FINAL_TYPE (TrancheHandoverBanner, tranche_handover_banner, ADW_TYPE_BIN)

static void
tranche_handover_banner_dispose (GObject *object)
{
  /* The bin unparents its child itself, and so does the template. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_HANDOVER_BANNER);

  G_OBJECT_CLASS (tranche_handover_banner_parent_class)->dispose (object);
}

static void
tranche_handover_banner_finalize (GObject *object)
{
  TrancheHandoverBanner *self = TRANCHE_HANDOVER_BANNER (object);

  g_free (self->announced);

  G_OBJECT_CLASS (tranche_handover_banner_parent_class)->finalize (object);
}

static void
tranche_handover_banner_class_init (TrancheHandoverBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tranche_handover_banner_dispose;
  object_class->finalize = tranche_handover_banner_finalize;

  gtk_widget_class_set_css_name (widget_class, "handover");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/handover-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheHandoverBanner, box);
  gtk_widget_class_bind_template_child (widget_class, TrancheHandoverBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, TrancheHandoverBanner, label);
  gtk_widget_class_bind_template_child (widget_class, TrancheHandoverBanner, reason_label);
}

static void
tranche_handover_banner_init (TrancheHandoverBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What it begins with is read by whoever comes to it. */
static void
announce (TrancheHandoverBanner *self,
          const char            *label,
          const char            *reason)
{
  g_autofree char *text = g_strdup_printf ("%s. %s", reason, label);
  gboolean is_first = self->announced == NULL;

  if (g_set_str (&self->announced, text) && !is_first)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

void
tranche_handover_banner_show (TrancheHandoverBanner *self,
                              TrancheOrder          *order,
                              TrancheOperation       current,
                              TrancheReach           reach,
                              GDateTime             *now)
{
  TrancheHandover handover;
  g_autofree char *reason = NULL;

  g_return_if_fail (TRANCHE_IS_HANDOVER_BANNER (self));

  gtk_widget_set_visible (GTK_WIDGET (self), order != NULL);
  if (order == NULL)
    return;

  handover = tranche_order_handover (order, current, reach);
  reason = tranche_order_handover_reason (order, current, reach, now);

  gtk_widget_set_css_classes (GTK_WIDGET (self),
                              (const char *[]) { tranche_handover_css_class (handover), NULL });
  gtk_image_set_from_icon_name (self->icon, tranche_handover_icon_name (handover));
  gtk_label_set_label (self->label, tranche_handover_label (handover));
  gtk_label_set_label (self->reason_label, reason);
  announce (self, tranche_handover_label (handover), reason);
}

void
tranche_handover_banner_set_upright (TrancheHandoverBanner *self)
{
  g_return_if_fail (TRANCHE_IS_HANDOVER_BANNER (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), GTK_ORIENTATION_VERTICAL);
  gtk_label_set_xalign (self->label, 0.5);
  gtk_label_set_justify (self->label, GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (self->reason_label, 0.5);
  gtk_label_set_justify (self->reason_label, GTK_JUSTIFY_CENTER);
}
