/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-freshness.h"

#include <glib/gi18n.h>

#include "ui/format.h"
#include "ui/order-actions.h"
#include "ui/order-button.h"

struct _TrancheOrderFreshness {
  TrancheOrderPart parent_instance;
};

G_DEFINE_FINAL_TYPE (TrancheOrderFreshness, tranche_order_freshness, TRANCHE_TYPE_ORDER_PART)

static char *
checked_cb (TrancheOrderFreshness *self,
            TrancheOrder          *order,
            GDateTime             *now)
{
  GDateTime *time = order != NULL ? tranche_order_get_checked_at (order) : NULL;
  g_autofree char *ago = NULL;

  if (now == NULL || time == NULL)
    return g_strdup (_("Not checked yet"));

  ago = tranche_format_ago (time, now);

  /* Translators: when the bank last answered; %s is "just now" or "2 min ago" */
  return g_strdup_printf (_("Last checked %s"), ago);
}

static char *
why_not_refresh_cb (TrancheOrderFreshness *self,
                    TrancheOrder          *order,
                    int                    operation,
                    TrancheConnection     *connection,
                    GDateTime             *now)
{
  if (order == NULL || now == NULL)
    return g_strdup ("");

  return tranche_order_why_not (TRANCHE_ORDER_ACTION_REFRESH, order, (TrancheOperation) operation,
                                connection, now);
}

static void
tranche_order_freshness_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ORDER_FRESHNESS);

  G_OBJECT_CLASS (tranche_order_freshness_parent_class)->dispose (object);
}

static void
tranche_order_freshness_class_init (TrancheOrderFreshnessClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_order_freshness_dispose;

  g_type_ensure (TRANCHE_TYPE_ORDER_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-freshness.ui");
  gtk_widget_class_bind_template_callback (widget_class, checked_cb);
  gtk_widget_class_bind_template_callback (widget_class, why_not_refresh_cb);
}

static void
tranche_order_freshness_init (TrancheOrderFreshness *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
