/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/book-check-row.h"

#include <glib/gi18n.h>

#include "ui/keeping-words.h"

struct _TrancheBookCheckRow {
  AdwActionRow parent_instance;

  GtkProgressBar *progress;

  TrancheBookKeeper *keeper;
  GCancellable *cancellable; /* (nullable): while it checks */
};

G_DEFINE_FINAL_TYPE (TrancheBookCheckRow, tranche_book_check_row, ADW_TYPE_ACTION_ROW)

static void
progress_cb (goffset  done,
             goffset  total,
             gpointer user_data)
{
  TrancheBookCheckRow *self = user_data;

  if (self->progress != NULL)
    gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double) done / total : 0);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrancheBookCheckRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  TrancheBookFaults faults = TRANCHE_BOOK_SOUND;
  gboolean checked = tranche_book_keeper_check_finish (TRANCHE_BOOK_KEEPER (source), result,
                                                       &faults, &error);

  g_clear_object (&self->cancellable);
  if (self->progress == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  if (checked)
    words = tranche_book_faults_words (faults);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    words = g_strdup (_("Stopped before the end"));
  else
    words = g_strdup (_("The order book could not be checked. Try again."));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
}

static void
tranche_book_check_row_activate (AdwActionRow *row)
{
  TrancheBookCheckRow *self = TRANCHE_BOOK_CHECK_ROW (row);

  if (self->cancellable != NULL)
    return;

  self->cancellable = g_cancellable_new ();
  adw_action_row_set_subtitle (row, _("Checking…"));
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  tranche_book_keeper_check_async (self->keeper, progress_cb, self, self->cancellable, checked_cb,
                                   g_object_ref (self));
}

static void
stop_cb (TrancheBookCheckRow *self)
{
  tranche_book_check_row_stop (self);
}

static void
tranche_book_check_row_dispose (GObject *object)
{
  TrancheBookCheckRow *self = TRANCHE_BOOK_CHECK_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_BOOK_CHECK_ROW);
  g_clear_object (&self->keeper);

  G_OBJECT_CLASS (tranche_book_check_row_parent_class)->dispose (object);
}

static void
tranche_book_check_row_class_init (TrancheBookCheckRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tranche_book_check_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = tranche_book_check_row_activate;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/book-check-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheBookCheckRow, progress);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
tranche_book_check_row_init (TrancheBookCheckRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tranche_book_check_row_set_keeper (TrancheBookCheckRow *self,
                                   TrancheBookKeeper   *keeper)
{
  g_return_if_fail (TRANCHE_IS_BOOK_CHECK_ROW (self));
  g_return_if_fail (TRANCHE_IS_BOOK_KEEPER (keeper));

  g_set_object (&self->keeper, keeper);
}

void
tranche_book_check_row_stop (TrancheBookCheckRow *self)
{
  g_return_if_fail (TRANCHE_IS_BOOK_CHECK_ROW (self));

  g_cancellable_cancel (self->cancellable);
}
