/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sale-group.h"

#include "ui/field-row.h"

struct _TrancheSaleGroup {
  AdwPreferencesGroup parent_instance;

  TrancheAccount *account;

  AdwComboRow *parts_row;
  GtkStringList *parts;
  AdwComboRow *point_row;
  GtkStringList *points;
  TrancheFieldRow *point_code_row;
  TrancheFieldRow *invoice_number_row;
  TrancheFieldRow *invoice_date_row;
  TrancheFieldRow *first_payment_row;
};

G_DEFINE_FINAL_TYPE (TrancheSaleGroup, tranche_sale_group, ADW_TYPE_PREFERENCES_GROUP)

static void
clear_list (GtkStringList *list)
{
  gtk_string_list_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), NULL);
}

static GPtrArray *
get_points (TrancheSaleGroup *self)
{
  return tranche_account_get_agreement (self->account)->points_of_sale;
}

static void
tranche_sale_group_dispose (GObject *object)
{
  TrancheSaleGroup *self = TRANCHE_SALE_GROUP (object);

  g_clear_object (&self->account);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_SALE_GROUP);

  G_OBJECT_CLASS (tranche_sale_group_parent_class)->dispose (object);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRANCHE_SALE_GROUP (widget)->parts_row));
}

static void
tranche_sale_group_class_init (TrancheSaleGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_sale_group_dispose;
  widget_class->grab_focus = grab_focus;

  g_type_ensure (TRANCHE_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/sale-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheSaleGroup, parts_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheSaleGroup, parts);
  gtk_widget_class_bind_template_child (widget_class, TrancheSaleGroup, point_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheSaleGroup, points);
  gtk_widget_class_bind_template_child (widget_class, TrancheSaleGroup, point_code_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheSaleGroup, invoice_number_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheSaleGroup, invoice_date_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheSaleGroup, first_payment_row);
}

static void
tranche_sale_group_init (TrancheSaleGroup *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->invoice_date_row), today);
}

void
tranche_sale_group_set_account (TrancheSaleGroup *self,
                                TrancheAccount   *account)
{
  GPtrArray *points;

  g_return_if_fail (TRANCHE_IS_SALE_GROUP (self));
  g_return_if_fail (TRANCHE_IS_ACCOUNT (account));

  g_set_object (&self->account, account);
  points = get_points (self);

  clear_list (self->points);
  for (guint i = 0; i < points->len; i++) {
    const TranchePointOfSale *point = points->pdata[i];

    gtk_string_list_append (self->points, point->name != NULL ? point->name : point->code);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->point_row), points->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->point_code_row), points->len == 0);
}

void
tranche_sale_group_set_product (TrancheSaleGroup     *self,
                                const TrancheProduct *product)
{
  g_auto (GStrv) terms = NULL;

  g_return_if_fail (TRANCHE_IS_SALE_GROUP (self));

  clear_list (self->parts);
  if (product != NULL && product->terms != NULL)
    terms = g_strsplit (product->terms, ",", -1);
  for (guint i = 0; terms != NULL && terms[i] != NULL; i++)
    gtk_string_list_append (self->parts, g_strstrip (terms[i]));
}

void
tranche_sale_group_set_number (TrancheSaleGroup *self,
                               const char       *number)
{
  g_return_if_fail (TRANCHE_IS_SALE_GROUP (self));

  gtk_editable_set_text (GTK_EDITABLE (self->invoice_number_row), number);
}

static void
choose_parts (TrancheSaleGroup *self,
              guint             parts)
{
  GListModel *model = G_LIST_MODEL (self->parts);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    if (g_ascii_strtoull (gtk_string_list_get_string (self->parts, i), NULL, 10) == parts)
      adw_combo_row_set_selected (self->parts_row, i);
  }
}

void
tranche_sale_group_repeat (TrancheSaleGroup *self,
                           TrancheOrder     *order)
{
  const char *code;
  GPtrArray *points;

  g_return_if_fail (TRANCHE_IS_SALE_GROUP (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  if (self->account == NULL)
    return;

  choose_parts (self, tranche_order_get_term (order));
  code = tranche_order_get_point_code (order);
  points = get_points (self);
  for (guint i = 0; i < points->len; i++) {
    if (g_strcmp0 (((TranchePointOfSale *) points->pdata[i])->code, code) == 0)
      adw_combo_row_set_selected (self->point_row, i);
  }
  tranche_field_row_set_text (self->point_code_row, code);
}

/* Of a number and a date that are not given, those of a new order stay. */
void
tranche_sale_group_fill_invoice (TrancheSaleGroup *self,
                                 TrancheOrder     *order)
{
  const TrancheMoney *first_payment = tranche_order_get_first_payment (order);
  const char *number = tranche_order_get_invoice_number (order);
  const char *date = tranche_order_get_invoice_date (order);

  g_return_if_fail (TRANCHE_IS_SALE_GROUP (self));

  if (number != NULL)
    tranche_field_row_set_text (self->invoice_number_row, number);
  if (date != NULL)
    tranche_field_row_set_text (self->invoice_date_row, date);
  if (tranche_money_is_set (first_payment)) {
    g_autofree char *sum = tranche_money_to_decimal (first_payment);

    tranche_field_row_set_text (self->first_payment_row, sum);
  }
}

static void
collect_point (TrancheSaleGroup *self,
               TrancheSale      *sale)
{
  GPtrArray *points = get_points (self);
  guint selected = adw_combo_row_get_selected (self->point_row);

  if (selected < points->len)
    sale->point_code = g_strdup (((TranchePointOfSale *) points->pdata[selected])->code);
  else
    sale->point_code = tranche_field_row_dup_text (self->point_code_row);
}

static void
collect_parts (TrancheSaleGroup *self,
               TrancheSale      *sale)
{
  GtkStringObject *selected = adw_combo_row_get_selected_item (self->parts_row);

  if (selected != NULL)
    sale->parts = (guint) g_ascii_strtoull (gtk_string_object_get_string (selected), NULL, 10);
}

TrancheSale *
tranche_sale_group_collect (TrancheSaleGroup *self,
                            GPtrArray        *problems)
{
  g_autoptr (TrancheSale) sale = tranche_sale_new ();
  g_autofree char *first_payment = NULL;

  g_return_val_if_fail (TRANCHE_IS_SALE_GROUP (self), NULL);
  g_return_val_if_fail (self->account != NULL, NULL);

  collect_parts (self, sale);
  collect_point (self, sale);
  sale->invoice_number = tranche_field_row_dup_text (self->invoice_number_row);
  sale->invoice_date = tranche_field_row_dup_text (self->invoice_date_row);

  first_payment = tranche_field_row_dup_text (self->first_payment_row);
  if (first_payment != NULL &&
      !tranche_money_parse (first_payment, tranche_account_get_currency (self->account),
                            &sale->first_payment, NULL))
    g_ptr_array_add (problems,
                     tranche_field_problem_new (TRANCHE_FIELD_FIRST_PAYMENT, -1,
                                                TRANCHE_FLAW_SYNTAX, 0, NULL, NULL));

  return g_steal_pointer (&sale);
}

GtkWidget *
tranche_sale_group_show_problem (TrancheSaleGroup *self,
                                 TrancheField      field,
                                 const char       *text)
{
  const struct {
    TrancheField field;
    TrancheFieldRow *row;
  } rows[] = {
    { TRANCHE_FIELD_POINT_OF_SALE, self->point_code_row },
    { TRANCHE_FIELD_INVOICE_NUMBER, self->invoice_number_row },
    { TRANCHE_FIELD_INVOICE_DATE, self->invoice_date_row },
    { TRANCHE_FIELD_FIRST_PAYMENT, self->first_payment_row },
  };

  g_return_val_if_fail (TRANCHE_IS_SALE_GROUP (self), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (rows[i].field == field && gtk_widget_get_visible (GTK_WIDGET (rows[i].row))) {
      tranche_field_row_set_flaw (rows[i].row, text);
      return GTK_WIDGET (rows[i].row);
    }
  }

  if (field == TRANCHE_FIELD_TERM || field == TRANCHE_FIELD_POINT_OF_SALE) {
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);
    return GTK_WIDGET (self);
  }

  return NULL;
}

void
tranche_sale_group_clear (TrancheSaleGroup *self)
{
  TrancheFieldRow *rows[] = {
    self->point_code_row, self->invoice_number_row, self->invoice_date_row, self->first_payment_row,
  };

  g_return_if_fail (TRANCHE_IS_SALE_GROUP (self));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    tranche_field_row_set_flaw (rows[i], NULL);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), NULL);
}
