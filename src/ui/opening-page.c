/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/opening-page.h"

#include <glib/gi18n.h>

/* What takes no longer is not spoken of. */
#define PATIENCE G_TIME_SPAN_SECOND

struct _TrancheOpeningPage {
  AdwBin parent_instance;

  AdwStatusPage *status_page;
  GtkProgressBar *progress_bar;

  TrancheBookUpgrade *upgrade;
  gint64 began; /* when it was first heard of, monotonic; 0: it was not */
};

G_DEFINE_FINAL_TYPE (TrancheOpeningPage, tranche_opening_page, ADW_TYPE_BIN)

static void
show_upgrade (TrancheOpeningPage *self,
              gboolean            upgrades)
{
  adw_status_page_set_title (self->status_page, upgrades ? _("Updating the Order Book…")
                                                         : _("Opening the Order Book…"));
  adw_status_page_set_description (self->status_page,
                                   upgrades
                                     ? _("An older version of Tranche wrote it. With many orders "
                                         "this takes some minutes. You can close the program "
                                         "meanwhile: the orders stay as they are, and the update "
                                         "starts over next time.")
                                     : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), upgrades);
}

static void
fraction_cb (TrancheOpeningPage *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->began == 0)
    self->began = now;
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 tranche_book_upgrade_get_fraction (self->upgrade));
  if (now - self->began >= PATIENCE && !gtk_widget_get_visible (GTK_WIDGET (self->progress_bar)))
    show_upgrade (self, TRUE);
}

void
tranche_opening_page_watch (TrancheOpeningPage *self,
                            TrancheBookUpgrade *upgrade)
{
  g_return_if_fail (TRANCHE_IS_OPENING_PAGE (self));
  g_return_if_fail (TRANCHE_IS_BOOK_UPGRADE (upgrade));

  if (self->upgrade != NULL)
    g_signal_handlers_disconnect_by_data (self->upgrade, self);
  g_set_object (&self->upgrade, upgrade);
  g_signal_connect_object (upgrade, "notify::fraction", G_CALLBACK (fraction_cb), self,
                           G_CONNECT_SWAPPED);
  self->began = 0;
  show_upgrade (self, FALSE);
}

static void
tranche_opening_page_dispose (GObject *object)
{
  TrancheOpeningPage *self = TRANCHE_OPENING_PAGE (object);

  g_clear_object (&self->upgrade);
  /* The bin unparents its child itself, and so does the template. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_OPENING_PAGE);

  G_OBJECT_CLASS (tranche_opening_page_parent_class)->dispose (object);
}

static void
tranche_opening_page_class_init (TrancheOpeningPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_opening_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/opening-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheOpeningPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TrancheOpeningPage, progress_bar);
}

static void
tranche_opening_page_init (TrancheOpeningPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
