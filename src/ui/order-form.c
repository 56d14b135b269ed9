/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-form.h"

#include <glib/gi18n.h>

#include "core/order-number.h"
#include "model/phone-orders.h"
#include "ui/account-group.h"
#include "ui/customer-group.h"
#include "ui/field-row.h"
#include "ui/field-words.h"
#include "ui/items-group.h"
#include "ui/own-settings.h"
#include "ui/sale-group.h"
#include "ui/stage-words.h"

struct _TrancheOrderForm {
  AdwBin parent_instance;

  GCancellable *cancellable;
  char *warning; /* (nullable) */
  char *kept;    /* (nullable): what was typed, as long as it is not lost */

  GtkLabel *advice_label;
  TrancheAccountGroup *account_group;
  GtkBox *groups;
  TrancheItemsGroup *items_group;
  TrancheCustomerGroup *customer_group;
  TrancheSaleGroup *sale_group;
  TrancheFieldRow *number_row;
  AdwPreferencesGroup *demo_group;
  AdwComboRow *demo_flow_row;
  GtkStringList *demo_flows;
};

G_DEFINE_FINAL_TYPE (TrancheOrderForm, tranche_order_form, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_TOTAL,
  PROP_WARNING,
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

static gboolean
asks_for_sale (TrancheOrderForm *self)
{
  TrancheConnection *connection = tranche_order_form_get_connection (self);
  TrancheBank *bank = connection != NULL ? tranche_connection_get_bank (connection) : NULL;

  return bank != NULL && (tranche_bank_get_capabilities (bank) & TRANCHE_CAPABILITY_SALE) != 0;
}

/* A second order of the same sum for the same phone may be meant; it is told, and
 * nothing more. */
static void
look_for_twin_cb (TrancheOrderForm *self)
{
  GPtrArray *orders = tranche_customer_group_get_orders (self->customer_group);
  TrancheMoney sum = tranche_items_group_get_sum (self->items_group);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *warning = NULL;
  TrancheOrder *twin = NULL;

  if (orders != NULL && tranche_money_is_set (&sum) && sum.minor > 0)
    twin = tranche_phone_orders_find_twin (orders, &sum, now);
  if (twin != NULL)
    /* Translators: the number and the stage of an order: "1122-ABC, Signed" */
    warning = g_strdup_printf (_("This phone has an order of the same sum today: %s, %s"),
                               tranche_order_get_number (twin),
                               tranche_stage_label (tranche_order_get_stage (twin)));

  if (!g_set_str (&self->warning, warning))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WARNING]);
  if (warning != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), warning,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
total_changed_cb (TrancheOrderForm *self)
{
  look_for_twin_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
}

static void
product_changed_cb (TrancheOrderForm *self)
{
  tranche_sale_group_set_product (self->sale_group,
                                  tranche_account_group_get_product (self->account_group));
}

/* Where the bank looks the customer up the phone comes first. */
static void
arrange (TrancheOrderForm *self)
{
  GtkWidget *first = asks_for_sale (self) ? GTK_WIDGET (self->customer_group)
                                          : GTK_WIDGET (self->items_group);

  gtk_box_reorder_child_after (self->groups, first, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->sale_group), asks_for_sale (self));
}

static void
bank_changed_cb (TrancheOrderForm *self)
{
  TrancheConnection *connection = tranche_order_form_get_connection (self);

  /* An account that was removed meanwhile is no longer chosen. */
  if (connection == NULL)
    return;

  tranche_customer_group_set_bank (self->customer_group, tranche_connection_get_bank (connection));
  arrange (self);
}

static void
account_changed_cb (TrancheOrderForm *self)
{
  TrancheConnection *connection = tranche_order_form_get_connection (self);
  TrancheAccount *account = tranche_connection_get_account (connection);

  gtk_widget_set_visible (GTK_WIDGET (self->demo_group), tranche_account_get_demo (account));
  g_object_set (self->items_group, "currency", tranche_account_get_currency (account), NULL);
  tranche_sale_group_set_account (self->sale_group, account);
  product_changed_cb (self);
  bank_changed_cb (self);
}

/* After the goods comes the customer, unless that is filled in already. */
static void
goods_done_cb (TrancheOrderForm *self)
{
  gtk_widget_grab_focus (asks_for_sale (self) ? GTK_WIDGET (self->sale_group)
                                              : GTK_WIDGET (self->customer_group));
}

static void
goods_learnt_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TrancheOrderForm) self = user_data;
  g_autoptr (TrancheCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;

  /* Without it everything can be typed. */
  catalogue = tranche_order_book_goods_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (catalogue != NULL && !g_cancellable_is_cancelled (self->cancellable))
    tranche_items_group_set_catalogue (self->items_group, catalogue);
}

static void
clear_problems (TrancheOrderForm *self)
{
  tranche_customer_group_clear (self->customer_group);
  tranche_sale_group_clear (self->sale_group);
  tranche_items_group_clear (self->items_group);
  tranche_field_row_set_flaw (self->number_row, NULL);
}

/* Returns the widget that shows the problem. */
static GtkWidget *
show_problem (TrancheOrderForm          *self,
              const TrancheFieldProblem *problem)
{
  g_autofree char *words = tranche_field_problem_words (problem, get_currency (self));
  g_autofree char *named = NULL;
  GtkWidget *widget;

  if (problem->item >= 0)
    return tranche_items_group_show_problem (self->items_group, problem, words);

  if (problem->field == TRANCHE_FIELD_NUMBER) {
    tranche_field_row_set_flaw (self->number_row, words);
    return GTK_WIDGET (self->number_row);
  }

  widget = tranche_customer_group_show_problem (self->customer_group, problem->field, words);
  if (widget == NULL)
    widget = tranche_sale_group_show_problem (self->sale_group, problem->field, words);
  if (widget != NULL)
    return widget;

  /* A field that the form does not show, or the sum: it is told over the goods.
   * Translators: the name of a field and what is wrong with it, "Phone — required". */
  named = g_strdup_printf (_("%s — %s"), tranche_field_label (problem->field), words);

  return tranche_items_group_show_problem (self->items_group, problem, named);
}

static TrancheOrderDraft *
collect_draft (TrancheOrderForm *self,
               GPtrArray        *problems)
{
  g_autoptr (TrancheOrderDraft) draft = tranche_order_draft_new (get_currency (self));
  g_autoptr (TrancheCustomer) customer = tranche_customer_group_collect (self->customer_group);
  g_autofree char *number = tranche_field_row_dup_text (self->number_row);
  TrancheAccount *account =
    tranche_connection_get_account (tranche_order_form_get_connection (self));
  const TrancheProduct *product = tranche_account_group_get_product (self->account_group);

  tranche_order_draft_set_number (draft, number);
  tranche_order_draft_set_customer (draft, customer);
  if (product != NULL)
    tranche_order_draft_set_product_code (draft, product->code);
  if (tranche_account_get_demo (account))
    tranche_order_draft_set_demo_flow (draft,
                                       demo_flows[adw_combo_row_get_selected (self->demo_flow_row)]);
  if (asks_for_sale (self)) {
    g_autoptr (TrancheSale) sale = tranche_sale_group_collect (self->sale_group, problems);

    tranche_order_draft_set_sale (draft, sale);
  }
  tranche_items_group_collect (self->items_group, draft, problems);

  return g_steal_pointer (&draft);
}

/* Adds what was typed into it. */
static void
add_typed (GtkWidget *widget,
           GString   *typed)
{
  if (TRANCHE_IS_FIELD_ROW (widget) || ADW_IS_SPIN_ROW (widget)) {
    g_string_append (typed, gtk_editable_get_text (GTK_EDITABLE (widget)));
    g_string_append_c (typed, '\n');
    return;
  }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_typed (child, typed);
}

/* The number and the sale are filled in from the beginning. */
static char *
dup_typed (TrancheOrderForm *self)
{
  GString *typed = g_string_new (NULL);

  add_typed (GTK_WIDGET (self->items_group), typed);
  add_typed (GTK_WIDGET (self->customer_group), typed);

  return g_string_free_and_steal (typed);
}

/* Whoever opens the form wants to type what is sold, or to whom. */
static gboolean
tranche_order_form_grab_focus (GtkWidget *widget)
{
  TrancheOrderForm *self = TRANCHE_ORDER_FORM (widget);

  return gtk_widget_grab_focus (asks_for_sale (self) ? GTK_WIDGET (self->customer_group)
                                                     : GTK_WIDGET (self->items_group));
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
    g_value_set_string (value, tranche_order_form_get_total (self));
    break;
  case PROP_WARNING:
    g_value_set_string (value, self->warning);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_form_dispose (GObject *object)
{
  TrancheOrderForm *self = TRANCHE_ORDER_FORM (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ORDER_FORM);

  G_OBJECT_CLASS (tranche_order_form_parent_class)->dispose (object);
}

static void
tranche_order_form_finalize (GObject *object)
{
  TrancheOrderForm *self = TRANCHE_ORDER_FORM (object);

  g_object_unref (self->cancellable);
  g_free (self->warning);
  g_free (self->kept);

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
  widget_class->grab_focus = tranche_order_form_grab_focus;

  properties[PROP_TOTAL] =
    g_param_spec_string ("total", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WARNING] =
    g_param_spec_string ("warning", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TRANCHE_TYPE_ACCOUNT_GROUP);
  g_type_ensure (TRANCHE_TYPE_CUSTOMER_GROUP);
  g_type_ensure (TRANCHE_TYPE_FIELD_ROW);
  g_type_ensure (TRANCHE_TYPE_ITEMS_GROUP);
  g_type_ensure (TRANCHE_TYPE_SALE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, account_group);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, advice_label);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, groups);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, items_group);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, customer_group);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, sale_group);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, number_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, demo_group);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, demo_flow_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderForm, demo_flows);
  gtk_widget_class_bind_template_callback (widget_class, account_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, bank_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, product_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, total_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, goods_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_for_twin_cb);
}

static void
tranche_order_form_init (TrancheOrderForm *self)
{
  g_autoptr (GSettings) settings = tranche_own_settings_open ();
  g_autofree char *prefix =
    settings != NULL ? g_settings_get_string (settings, "number-prefix") : NULL;
  g_autofree char *number = tranche_order_number_new (prefix);

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (gsize i = 0; i < G_N_ELEMENTS (demo_flows); i++)
    gtk_string_list_append (self->demo_flows, demo_flows[i]);
  gtk_editable_set_text (GTK_EDITABLE (self->number_row), number);
  tranche_sale_group_set_number (self->sale_group, number);
}

void
tranche_order_form_set_shop (TrancheOrderForm  *self,
                             TrancheShop       *shop,
                             TrancheConnection *preferred)
{
  g_return_if_fail (TRANCHE_IS_ORDER_FORM (self));
  g_return_if_fail (TRANCHE_IS_SHOP (shop));

  tranche_customer_group_set_book (self->customer_group, tranche_shop_get_book (shop));
  tranche_order_book_goods_async (tranche_shop_get_book (shop), self->cancellable,
                                  goods_learnt_cb, g_object_ref (self));
  tranche_account_group_set_shop (self->account_group, shop, preferred);
  tranche_order_form_keep (self);
}

void
tranche_order_form_repeat (TrancheOrderForm *self,
                           TrancheOrder     *order)
{
  const char *advice;

  g_return_if_fail (TRANCHE_IS_ORDER_FORM (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  tranche_account_group_select_product (self->account_group,
                                        tranche_order_get_product_code (order));
  tranche_sale_group_repeat (self->sale_group, order);
  tranche_items_group_fill (self->items_group, tranche_order_get_items (order));
  tranche_customer_group_fill (self->customer_group, tranche_order_get_customer (order));

  advice = tranche_reason_advice (tranche_order_get_reason (order));
  gtk_label_set_label (self->advice_label, advice != NULL ? advice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->advice_label), advice != NULL && *advice != '\0');
  tranche_order_form_keep (self);
}

void
tranche_order_form_fill (TrancheOrderForm *self,
                         TrancheOrder     *order)
{
  tranche_order_form_repeat (self, order);
  gtk_editable_set_text (GTK_EDITABLE (self->number_row), tranche_order_get_number (order));
  tranche_sale_group_fill_invoice (self->sale_group, order);
}

TrancheConnection *
tranche_order_form_get_connection (TrancheOrderForm *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_FORM (self), NULL);

  return tranche_account_group_get_connection (self->account_group);
}

const char *
tranche_order_form_get_number (TrancheOrderForm *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_FORM (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->number_row));
}

const char *
tranche_order_form_get_total (TrancheOrderForm *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_FORM (self), NULL);

  return tranche_items_group_get_total (self->items_group);
}

const char *
tranche_order_form_get_warning (TrancheOrderForm *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_FORM (self), NULL);

  return self->warning;
}

void
tranche_order_form_keep (TrancheOrderForm *self)
{
  g_return_if_fail (TRANCHE_IS_ORDER_FORM (self));

  g_free (self->kept);
  self->kept = dup_typed (self);
}

gboolean
tranche_order_form_is_touched (TrancheOrderForm *self)
{
  g_autofree char *typed = NULL;

  g_return_val_if_fail (TRANCHE_IS_ORDER_FORM (self), FALSE);

  typed = dup_typed (self);

  return g_strcmp0 (typed, self->kept) != 0;
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
