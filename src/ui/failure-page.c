/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/failure-page.h"

#include "store/store-error.h"
#include "ui/error-words.h"

struct _TrancheFailurePage {
  AdwBin parent_instance;

  AdwStatusPage *status_page;
  GtkLabel *path_label;
  GtkLabel *details_label;
  GtkWidget *retry_button;
  GtkWidget *restore_button;
  GtkWidget *folder_button;
};

G_DEFINE_FINAL_TYPE (TrancheFailurePage, tranche_failure_page, ADW_TYPE_BIN)

static void
tranche_failure_page_dispose (GObject *object)
{
  /* The bin unparents its child itself, and so does the template. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_FAILURE_PAGE);

  G_OBJECT_CLASS (tranche_failure_page_parent_class)->dispose (object);
}

static void
tranche_failure_page_class_init (TrancheFailurePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_failure_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/failure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheFailurePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TrancheFailurePage, path_label);
  gtk_widget_class_bind_template_child (widget_class, TrancheFailurePage, details_label);
  gtk_widget_class_bind_template_child (widget_class, TrancheFailurePage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, TrancheFailurePage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, TrancheFailurePage, folder_button);
}

static void
tranche_failure_page_init (TrancheFailurePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

void
tranche_failure_page_show (TrancheFailurePage *self,
                           const GError       *error,
                           const char         *path)
{
  g_autoptr (TrancheErrorWords) words = NULL;
  g_autofree char *name = path != NULL ? g_filename_display_name (path) : NULL;

  g_return_if_fail (TRANCHE_IS_FAILURE_PAGE (self));

  words = tranche_error_words_new (error, TRANCHE_OPERATION_NONE);
  adw_status_page_set_title (self->status_page, words->title);
  adw_status_page_set_description (self->status_page, words->body);
  show_text (self->path_label, name);
  show_text (self->details_label, words->details);
  gtk_widget_set_visible (self->folder_button, path != NULL);
  gtk_widget_set_visible (self->restore_button,
                          path != NULL && g_error_matches (error, TRANCHE_STORE_ERROR,
                                                           TRANCHE_STORE_ERROR_DAMAGED));
}

void
tranche_failure_page_focus (TrancheFailurePage *self)
{
  g_return_if_fail (TRANCHE_IS_FAILURE_PAGE (self));

  gtk_widget_grab_focus (self->retry_button);
  /* A label that had the focus for a moment has selected all of its text. */
  gtk_label_select_region (self->path_label, 0, 0);
  gtk_label_select_region (self->details_label, 0, 0);
}
