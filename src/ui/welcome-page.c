/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/welcome-page.h"

struct _TrancheWelcomePage {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TrancheWelcomePage, tranche_welcome_page, ADW_TYPE_BIN)

static void
tranche_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (tranche_welcome_page_parent_class)->dispose (object);
}

static void
tranche_welcome_page_class_init (TrancheWelcomePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_welcome_page_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/tranche/Tranche/ui/welcome-page.ui");
}

static void
tranche_welcome_page_init (TrancheWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tranche_welcome_page_new (void)
{
  return g_object_new (TRANCHE_TYPE_WELCOME_PAGE, NULL);
}
