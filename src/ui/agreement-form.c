/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/agreement-form.h"

#include <glib/gi18n.h>

#include "ui/code-row.h"
#include "ui/field-row.h"

static const struct {
  TrancheServices service;
  const char *title;
} services[] = {
  { TRANCHE_SERVICE_CUSTOMER, N_("Find a customer by phone, with the name") },
  { TRANCHE_SERVICE_CUSTOMER_FOUND, N_("Find a customer by phone, without the name") },
  { TRANCHE_SERVICE_LETTER, N_("Contract and guarantee letter") },
  { TRANCHE_SERVICE_LETTER_CONTRACT, N_("Guarantee letter with the shop’s contract") },
  { TRANCHE_SERVICE_LETTER_PDF, N_("Guarantee letter as a PDF of the bank") },
  { TRANCHE_SERVICE_DETAILS, N_("Details of an order") },
  { TRANCHE_SERVICE_RETURN, N_("Return of goods") },
  { TRANCHE_SERVICE_REPORT, N_("Report of a day") },
};

struct _TrancheAgreementForm {
  AdwBin parent_instance;

  AdwSwitchRow *service_rows[G_N_ELEMENTS (services)];
  /* (element-type TrancheCodeRow) (not owned): the group owns its rows. */
  GPtrArray *point_rows;

  AdwPreferencesGroup *points_group;
  AdwSwitchRow *points_checked_row;
  AdwPreferencesGroup *services_group;
  TrancheFieldRow *seller_phone_row;
  TrancheFieldRow *id_header_row;
  TrancheFieldRow *signature_header_row;
};

G_DEFINE_FINAL_TYPE (TrancheAgreementForm, tranche_agreement_form, ADW_TYPE_BIN)

static void
remove_point_cb (TrancheAgreementForm *self,
                 TrancheCodeRow       *row)
{
  g_ptr_array_remove (self->point_rows, row);
  adw_preferences_group_remove (self->points_group, GTK_WIDGET (row));
}

static GtkWidget *
add_point (TrancheAgreementForm *self,
           const char           *code,
           const char           *name)
{
  GtkWidget *row = g_object_new (TRANCHE_TYPE_CODE_ROW,
                                 "code-label", _("Code of the point of sale"),
                                 "new-title", _("New point of sale"),
                                 "code", code,
                                 "name", name,
                                 NULL);

  g_signal_connect_object (row, "remove", G_CALLBACK (remove_point_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->point_rows, row);
  adw_preferences_group_add (self->points_group, row);

  return row;
}

static void
add_point_clicked_cb (TrancheAgreementForm *self)
{
  gtk_widget_grab_focus (add_point (self, NULL, NULL));
}

static void
tranche_agreement_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_AGREEMENT_FORM);

  G_OBJECT_CLASS (tranche_agreement_form_parent_class)->dispose (object);
}

static void
tranche_agreement_form_finalize (GObject *object)
{
  g_ptr_array_unref (TRANCHE_AGREEMENT_FORM (object)->point_rows);

  G_OBJECT_CLASS (tranche_agreement_form_parent_class)->finalize (object);
}

static void
tranche_agreement_form_class_init (TrancheAgreementFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tranche_agreement_form_dispose;
  object_class->finalize = tranche_agreement_form_finalize;

  g_type_ensure (TRANCHE_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/agreement-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheAgreementForm, points_group);
  gtk_widget_class_bind_template_child (widget_class, TrancheAgreementForm, points_checked_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheAgreementForm, services_group);
  gtk_widget_class_bind_template_child (widget_class, TrancheAgreementForm, seller_phone_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheAgreementForm, id_header_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheAgreementForm, signature_header_row);
  gtk_widget_class_bind_template_callback (widget_class, add_point_clicked_cb);
}

static void
tranche_agreement_form_init (TrancheAgreementForm *self)
{
  self->point_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (gsize i = 0; i < G_N_ELEMENTS (services); i++) {
    GtkWidget *row = adw_switch_row_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(services[i].title));
    adw_preferences_group_add (self->services_group, row);
    self->service_rows[i] = ADW_SWITCH_ROW (row);
  }
}

void
tranche_agreement_form_set_agreement (TrancheAgreementForm   *self,
                                      const TrancheAgreement *agreement)
{
  g_return_if_fail (TRANCHE_IS_AGREEMENT_FORM (self));
  g_return_if_fail (agreement != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (services); i++)
    adw_switch_row_set_active (self->service_rows[i],
                               (agreement->services & services[i].service) != 0);

  while (self->point_rows->len > 0)
    remove_point_cb (self, self->point_rows->pdata[0]);
  for (guint i = 0; i < agreement->points_of_sale->len; i++) {
    const TranchePointOfSale *point = agreement->points_of_sale->pdata[i];

    add_point (self, point->code, point->name);
  }

  adw_switch_row_set_active (self->points_checked_row, agreement->points_checked);
  tranche_field_row_set_text (self->seller_phone_row, agreement->seller_phone);
  tranche_field_row_set_text (self->id_header_row, agreement->id_header);
  tranche_field_row_set_text (self->signature_header_row, agreement->signature_header);
}

static gboolean
collect_points (TrancheAgreementForm *self,
                TrancheAgreement     *agreement)
{
  for (guint i = 0; i < self->point_rows->len; i++) {
    g_autofree char *code = NULL;
    g_autofree char *name = NULL;

    if (!tranche_code_row_collect (self->point_rows->pdata[i], &code, &name, NULL)) {
      gtk_widget_grab_focus (self->point_rows->pdata[i]);
      return FALSE;
    }
    g_ptr_array_add (agreement->points_of_sale, tranche_point_of_sale_new (code, name));
  }

  return TRUE;
}

TrancheAgreement *
tranche_agreement_form_collect (TrancheAgreementForm *self)
{
  g_autoptr (TrancheAgreement) agreement = tranche_agreement_new ();

  g_return_val_if_fail (TRANCHE_IS_AGREEMENT_FORM (self), NULL);

  if (!collect_points (self, agreement))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (services); i++) {
    if (adw_switch_row_get_active (self->service_rows[i]))
      agreement->services |= services[i].service;
  }

  agreement->points_checked = adw_switch_row_get_active (self->points_checked_row);
  agreement->seller_phone = tranche_field_row_dup_text (self->seller_phone_row);
  agreement->id_header = tranche_field_row_dup_text (self->id_header_row);
  agreement->signature_header = tranche_field_row_dup_text (self->signature_header_row);

  return g_steal_pointer (&agreement);
}
