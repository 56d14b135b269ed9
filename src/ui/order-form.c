/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-form.h"

#include <glib/gi18n.h>

#include "core/order-number.h"
#include "ui/field-words.h"
#include "ui/field-row.h"
#include "ui/format.h"
#include "ui/item-row.h"
#include "ui/view-words.h"

struct _TrancheOrderForm {
  AdwBin parent_instance;

  char *total;
  /* (element-type TrancheItemRow) (not owned): the group owns its rows. */
  GPtrArray *item_rows;

  AdwComboRow *account_row;
  AdwComboRow *product_row;
  AdwPreferencesGroup *items_group;
  TrancheFieldRow *phone_row;
  TrancheFieldRow *last_name_row;
  TrancheFieldRow *first_name_row;
  TrancheFieldRow *middle_name_row;
  TrancheFieldRow *email_row;
  TrancheFieldRow *number_row;
  AdwPreferencesGroup *demo_group;
  AdwComboRow *demo_flow_row;
  GtkStringList *demo_flows;
};

G_DEFINE_FINAL_TYPE (TrancheOrderForm, tranche_order_form, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_TOTAL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* The paths of the bank's test world, as tranche_order_draft_set_demo_flow()
 * takes them. */
static const char * const demo_flows[] = {
  "sms", "ses", "appointment", "appointment-reject", "reject",
};

static const char *
get_currency (TrancheOrderForm *self)
{
  TrancheConnection *connection = tranche_order_form_get_connection (self);

  return connection != NULL
         ? tranche_account_get_currency (tranche_connection_get_account (connection))
         : "RUB";
}

static char *
account_name (gpointer        unused,
              TrancheAccount *account)
{
  return account != NULL ? tranche_account_label (account) : NULL;
}

static void
update_total (TrancheOrderForm *self)
{
  g_autoptr (GPtrArray) items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  g_autofree char *total = NULL;
  TrancheMoney sum;

  for (guint i = 0; i < self->item_rows->len; i++) {
    TrancheOrderItem *item = tranche_item_row_dup_item (self->item_rows->pdata[i], NULL);

    if (item != NULL)
      g_ptr_array_add (items, item);
  }

  if (items->len == self->item_rows->len &&
      tranche_order_items_sum (items, get_currency (self), &sum, NULL))
    total = tranche_format_money (&sum);
  else
    total = g_strdup ("–");

  if (g_set_str (&self->total, total))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
}

static void
update_removable (TrancheOrderForm *self)
{
  for (guint i = 0; i < self->item_rows->len; i++)
    g_object_set (self->item_rows->pdata[i], "removable", self->item_rows->len > 1, NULL);
}

static void
remove_item_cb (TrancheOrderForm *self,
                TrancheItemRow   *row)
{
  g_ptr_array_remove (self->item_rows, row);
  adw_preferences_group_remove (self->items_group, GTK_WIDGET (row));
  update_removable (self);
  update_total (self);
}

static GtkWidget *
add_item (TrancheOrderForm *self)
{
  GtkWidget *row = tranche_item_row_new (get_currency (self));

  g_signal_connect_object (row, "changed", G_CALLBACK (update_total), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_item_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->item_rows, row);
  adw_preferences_group_add (self->items_group, row);
  update_removable (self);
  update_total (self);

  return row;
}

static void
add_item_clicked_cb (TrancheOrderForm *self)
{
  GtkWidget *row;

  /* The finished lines fold up, so that the new one is in sight. */
  for (guint i = 0; i < self->item_rows->len; i++)
    adw_expander_row_set_expanded (self->item_rows->pdata[i], FALSE);

  row = add_item (self);
  gtk_widget_grab_focus (row);
}

static void
account_selected_cb (TrancheOrderForm *self)
{
  TrancheConnection *connection = tranche_order_form_get_connection (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  TrancheAccount *account;
  GPtrArray *products;

  if (connection == NULL)
    return;

  account = tranche_connection_get_account (connection);
  products = tranche_account_get_products (account);
  for (guint i = 0; i < products->len; i++) {
    TrancheProduct *product = products->pdata[i];

    gtk_string_list_append (names, product->name);
  }

  adw_combo_row_set_model (self->product_row, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->product_row), products->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->demo_group), tranche_account_get_demo (account));

  for (guint i = 0; i < self->item_rows->len; i++)
    g_object_set (self->item_rows->pdata[i], "currency", get_currency (self), NULL);
  update_total (self);
}

static TrancheFieldRow *
find_row (TrancheOrderForm *self,
          TrancheField      field)
{
  const struct {
    TrancheField field;
    TrancheFieldRow *row;
  } rows[] = {
    { TRANCHE_FIELD_PHONE, self->phone_row },
    { TRANCHE_FIELD_LAST_NAME, self->last_name_row },
    { TRANCHE_FIELD_FIRST_NAME, self->first_name_row },
    { TRANCHE_FIELD_MIDDLE_NAME, self->middle_name_row },
    { TRANCHE_FIELD_EMAIL, self->email_row },
    { TRANCHE_FIELD_NUMBER, self->number_row },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (rows[i].field == field)
      return rows[i].row;
  }

  return NULL;
}

static void
clear_problems (TrancheOrderForm *self)
{
  TrancheFieldRow *rows[] = {
    self->phone_row, self->last_name_row, self->first_name_row, self->middle_name_row,
    self->email_row, self->number_row,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    tranche_field_row_set_flaw (rows[i], NULL);
  adw_preferences_group_set_description (self->items_group, NULL);
}

/* Returns the widget that shows the problem. */
static GtkWidget *
show_problem (TrancheOrderForm          *self,
              const TrancheFieldProblem *problem)
{
  g_autofree char *words = tranche_field_problem_words (problem, get_currency (self));
  TrancheFieldRow *row = find_row (self, problem->field);

  if (row != NULL) {
    tranche_field_row_set_flaw (row, words);
    return GTK_WIDGET (row);
  }

  if (problem->item >= 0 && (guint) problem->item < self->item_rows->len) {
    tranche_item_row_show_problem (self->item_rows->pdata[problem->item], problem, words);
    return self->item_rows->pdata[problem->item];
  }

  /* A field that the form does not show, or the sum: it is told over the goods. */
  {
    /* Translators: the name of a field and what is wrong with it, "Phone — required". */
    g_autofree char *text = g_strdup_printf (_("%s — %s"),
                                             tranche_field_label (problem->field), words);

    adw_preferences_group_set_description (self->items_group, text);
  }
  return GTK_WIDGET (self->items_group);
}

static TrancheCustomer *
collect_customer (TrancheOrderForm *self)
{
  TrancheCustomer *customer = tranche_customer_new ();

  customer->phone = tranche_field_row_dup_text (self->phone_row);
  customer->last_name = tranche_field_row_dup_text (self->last_name_row);
  customer->first_name = tranche_field_row_dup_text (self->first_name_row);
  customer->middle_name = tranche_field_row_dup_text (self->middle_name_row);
  customer->email = tranche_field_row_dup_text (self->email_row);

  return customer;
}

static void
collect_items (TrancheOrderForm  *self,
               TrancheOrderDraft *draft,
               GPtrArray         *problems)
{
  for (guint i = 0; i < self->item_rows->len; i++) {
    TrancheFieldProblem *problem = NULL;
    g_autoptr (TrancheOrderItem) item =
      tranche_item_row_dup_item (self->item_rows->pdata[i], &problem);

    if (item != NULL) {
      tranche_order_draft_add_item (draft, item);
    } else {
      problem->item = (int) i;
      g_ptr_array_add (problems, problem);
    }
  }
}

static TrancheOrderDraft *
collect_draft (TrancheOrderForm *self,
               GPtrArray        *problems)
{
  g_autoptr (TrancheOrderDraft) draft = tranche_order_draft_new (get_currency (self));
  g_autoptr (TrancheCustomer) customer = collect_customer (self);
  g_autofree char *number = tranche_field_row_dup_text (self->number_row);
  TrancheAccount *account =
    tranche_connection_get_account (tranche_order_form_get_connection (self));
  GPtrArray *products = tranche_account_get_products (account);
  guint product = adw_combo_row_get_selected (self->product_row);

  tranche_order_draft_set_number (draft, number);
  tranche_order_draft_set_customer (draft, customer);
  if (product < products->len)
    tranche_order_draft_set_product_code (draft,
                                          ((TrancheProduct *) products->pdata[product])->code);
  if (tranche_account_get_demo (account))
    tranche_order_draft_set_demo_flow (draft,
                                       demo_flows[adw_combo_row_get_selected (self->demo_flow_row)]);
  collect_items (self, draft, problems);

  return g_steal_pointer (&draft);
}

static void
tranche_order_form_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TrancheOrderForm *self = TRANCHE_ORDER_FORM (object);

  switch (prop_id) {
  case PROP_TOTAL:
    g_value_set_string (value, self->total);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ORDER_FORM);

  G_OBJECT_CLASS (tranche_order_form_parent_class)->dispose (object);
}

static void
tranche_order_form_finalize (GObject *object)
{
  TrancheOrderForm *self = TRANCHE_ORDER_FORM (object);

  g_ptr_array_unref (self->item_rows);
  g_free (self->total);

  G_OBJECT_CLASS (tranche_order_form_parent_class)->finalize (object);
}

static void
tranche_order_form_class_init (TrancheOrderFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_order_form_get_property;
  object_class->dispose = tranche_order_form_dispose;
  object_class->finalize = tranche_order_form_finalize;

  properties[PROP_TOTAL] =
    g_param_spec_string ("total", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TRANCHE_TYPE_CONNECTION);
  g_type_ensure (TRANCHE_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, account_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, product_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, items_group);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, phone_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, last_name_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, first_name_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, middle_name_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, email_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, number_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, demo_group);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, demo_flow_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, demo_flows);
  gtk_widget_class_bind_template_callback (widget_class, account_name);
  gtk_widget_class_bind_template_callback (widget_class, account_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_item_clicked_cb);
}

static void
tranche_order_form_init (TrancheOrderForm *self)
{
  g_autofree char *number = tranche_order_number_new (NULL);

  self->item_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (gsize i = 0; i < G_N_ELEMENTS (demo_flows); i++)
    gtk_string_list_append (self->demo_flows, demo_flows[i]);
  gtk_editable_set_text (GTK_EDITABLE (self->number_row), number);
  add_item (self);
}

void
tranche_order_form_set_shop (TrancheOrderForm  *self,
                             TrancheShop       *shop,
                             TrancheConnection *preferred)
{
  GListModel *connections;

  g_return_if_fail (TRANCHE_IS_ORDER_FORM (self));
  g_return_if_fail (TRANCHE_IS_SHOP (shop));

  connections = tranche_shop_get_connections (shop);
  adw_combo_row_set_model (self->account_row, connections);
  for (guint i = 0; i < g_list_model_get_n_items (connections); i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (connections, i);

    if (connection == preferred)
      adw_combo_row_set_selected (self->account_row, i);
  }
}

TrancheConnection *
tranche_order_form_get_connection (TrancheOrderForm *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_FORM (self), NULL);

  return adw_combo_row_get_selected_item (self->account_row);
}

const char *
tranche_order_form_get_total (TrancheOrderForm *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_FORM (self), NULL);

  return self->total;
}

TrancheOrderDraft *
tranche_order_form_collect (TrancheOrderForm *self)
{
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_field_problem_free);
  g_autoptr (TrancheOrderDraft) draft = NULL;
  TrancheBank *bank;

  g_return_val_if_fail (TRANCHE_IS_ORDER_FORM (self), NULL);
  g_return_val_if_fail (tranche_order_form_get_connection (self) != NULL, NULL);

  draft = collect_draft (self, problems);

  /* An unreadable price leaves its item out, so that the rules of the bank
   * would name the wrong lines. */
  bank = tranche_connection_get_bank (tranche_order_form_get_connection (self));
  if (problems->len == 0 && bank != NULL) {
    g_ptr_array_unref (problems);
    problems = tranche_bank_validate_draft (bank, draft);
  }

  tranche_order_form_show_problems (self, problems);

  return problems->len == 0 ? g_steal_pointer (&draft) : NULL;
}

void
tranche_order_form_show_problems (TrancheOrderForm *self,
                                  GPtrArray        *problems)
{
  GtkWidget *first = NULL;

  g_return_if_fail (TRANCHE_IS_ORDER_FORM (self));

  clear_problems (self);
  for (guint i = 0; i < problems->len; i++) {
    GtkWidget *widget = show_problem (self, problems->pdata[i]);

    if (first == NULL)
      first = widget;
  }

  if (first != NULL)
    gtk_widget_grab_focus (first);
}
