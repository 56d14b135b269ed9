/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/customer-group.h"

#include <glib/gi18n.h>

#include "model/phone-orders.h"
#include "ui/error-words.h"
#include "ui/field-row.h"
#include "ui/format.h"

/* After so many milliseconds without another digit the book is asked. */
#define PAUSE 200

struct _TrancheCustomerGroup {
  AdwPreferencesGroup parent_instance;

  TrancheBank *bank;
  /* Of the look-up under way; NULL when there is none. */
  GCancellable *looking;
  TrancheOrderBook *book; /* (nullable) */
  GCancellable *asking;   /* of the book; NULL when it is not asked */
  guint pause_id;
  GPtrArray *orders;      /* (nullable): of the phone */

  TrancheFieldRow *phone_row;
  GtkWidget *find_button;
  GtkWidget *find_spinner;
  AdwActionRow *answer_row;
  AdwActionRow *known_row;
  TrancheFieldRow *last_name_row;
  TrancheFieldRow *first_name_row;
  TrancheFieldRow *middle_name_row;
  TrancheFieldRow *tax_code_row;
  TrancheFieldRow *email_row;
};

G_DEFINE_FINAL_TYPE (TrancheCustomerGroup, tranche_customer_group, ADW_TYPE_PREFERENCES_GROUP)

enum {
  ORDERS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
can_find (TrancheCustomerGroup *self)
{
  return self->bank != NULL &&
         (tranche_bank_get_capabilities (self->bank) & TRANCHE_CAPABILITY_FIND_CUSTOMER) != 0;
}

static void
update_finding (TrancheCustomerGroup *self)
{
  gtk_widget_set_visible (self->find_button, can_find (self) && self->looking == NULL);
  gtk_widget_set_visible (self->find_spinner, self->looking != NULL);
}

static void
answer (TrancheCustomerGroup *self,
        const char           *title,
        const char           *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->answer_row), title);
  adw_action_row_set_subtitle (self->answer_row, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->answer_row), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), title,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
fill (TrancheFieldRow *row,
      const char      *text)
{
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
show_found (TrancheCustomerGroup  *self,
            const TrancheCustomer *customer)
{
  g_autofree char *name = tranche_customer_get_full_name (customer);

  fill (self->last_name_row, customer->last_name);
  fill (self->first_name_row, customer->first_name);
  fill (self->middle_name_row, customer->middle_name);
  fill (self->tax_code_row, customer->tax_code);
  gtk_widget_set_visible (GTK_WIDGET (self->tax_code_row), customer->tax_code != NULL);

  answer (self, _("The bank knows this customer"),
          *name != '\0' ? name : _("The bank does not tell the name."));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TrancheCustomerGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheErrorWords) words = NULL;
  g_autoptr (TrancheCustomer) customer =
    tranche_bank_find_customer_finish (TRANCHE_BANK (source), result, &error);

  /* Another bank was chosen, or the form was left. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->looking);
  update_finding (self);

  if (customer != NULL) {
    show_found (self, customer);
  } else if (g_error_matches (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NOT_FOUND)) {
    answer (self, _("The bank does not know this customer"),
            _("If the number is right, the customer gets an SMS with an invitation to the bank’s application. Look again after the registration."));
  } else {
    words = tranche_error_words_new (error, TRANCHE_OPERATION_NONE);
    answer (self, words->title, words->body);
  }
}

static void
find_cb (TrancheCustomerGroup *self)
{
  g_autofree char *phone = tranche_field_row_dup_text (self->phone_row);

  if (!can_find (self) || self->looking != NULL)
    return;

  if (phone == NULL) {
    tranche_field_row_set_flaw (self->phone_row, _("Required"));
    return;
  }

  gtk_widget_set_visible (GTK_WIDGET (self->answer_row), FALSE);
  self->looking = g_cancellable_new ();
  update_finding (self);
  tranche_bank_find_customer_async (self->bank, phone, self->looking, found_cb,
                                    g_object_ref (self));
}

static void
stop_looking (TrancheCustomerGroup *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

/* Known customers. */

static gboolean
has_name (TrancheCustomerGroup *self)
{
  g_autofree char *last_name = tranche_field_row_dup_text (self->last_name_row);
  g_autofree char *first_name = tranche_field_row_dup_text (self->first_name_row);

  return last_name != NULL || first_name != NULL;
}

/* Who it was before is offered while no other name is typed. */
static void
offer_known (TrancheCustomerGroup *self)
{
  TrancheOrder *order =
    self->orders != NULL ? tranche_phone_orders_find_named (self->orders) : NULL;
  gboolean offered = order != NULL && !has_name (self);
  g_autofree char *name = NULL;
  g_autofree char *date = NULL;
  g_autofree char *subtitle = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->known_row), offered);
  if (!offered)
    return;

  name = tranche_customer_get_full_name (tranche_order_get_customer (order));
  date = tranche_format_date (tranche_order_get_created_at (order));
  /* Translators: of a known customer; %s is a date such as "3 December 2025" */
  subtitle = g_strdup_printf (_("Last order on %s"), date);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->known_row), name);
  adw_action_row_set_subtitle (self->known_row, subtitle);
}

/* Takes @orders. (nullable) */
static void
take_orders (TrancheCustomerGroup *self,
             GPtrArray            *orders)
{
  g_clear_pointer (&self->orders, g_ptr_array_unref);
  self->orders = orders;
  offer_known (self);
  g_signal_emit (self, signals[ORDERS_CHANGED], 0);
}

static void
orders_found_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TrancheCustomerGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *orders = tranche_phone_orders_find_finish (result, &error);

  /* A phone that cannot be looked up now is only a convenience less. */
  if (orders != NULL && self->book != NULL)
    take_orders (self, orders);
  else
    g_clear_pointer (&orders, g_ptr_array_unref);
}

static void
stop_asking (TrancheCustomerGroup *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
ask_book (gpointer user_data)
{
  TrancheCustomerGroup *self = user_data;
  const char *phone = gtk_editable_get_text (GTK_EDITABLE (self->phone_row));

  self->pause_id = 0;
  self->asking = g_cancellable_new ();
  tranche_phone_orders_find_async (self->book, phone, self->asking, orders_found_cb,
                                   g_object_ref (self));
}

static void
phone_changed_cb (TrancheCustomerGroup *self)
{
  const char *phone = gtk_editable_get_text (GTK_EDITABLE (self->phone_row));

  stop_asking (self);
  if (self->orders != NULL)
    take_orders (self, NULL);
  if (self->book != NULL && tranche_phone_orders_is_whole (phone))
    self->pause_id = g_timeout_add_once (PAUSE, ask_book, self);
}

static void
name_changed_cb (TrancheCustomerGroup *self)
{
  offer_known (self);
}

static void
fill_known_cb (TrancheCustomerGroup *self)
{
  TrancheOrder *order =
    self->orders != NULL ? tranche_phone_orders_find_named (self->orders) : NULL;
  g_autoptr (TrancheCustomer) customer = NULL;

  if (order == NULL)
    return;

  /* The phone stays as it was typed. */
  customer = tranche_customer_copy (tranche_order_get_customer (order));
  g_clear_pointer (&customer->phone, g_free);
  tranche_customer_group_fill (self, customer);
  gtk_widget_grab_focus (GTK_WIDGET (self->last_name_row));
}

static void
tranche_customer_group_dispose (GObject *object)
{
  TrancheCustomerGroup *self = TRANCHE_CUSTOMER_GROUP (object);

  stop_asking (self);
  g_clear_object (&self->book);
  stop_looking (self);
  g_clear_object (&self->bank);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_CUSTOMER_GROUP);

  G_OBJECT_CLASS (tranche_customer_group_parent_class)->dispose (object);
}

static void
tranche_customer_group_finalize (GObject *object)
{
  g_clear_pointer (&TRANCHE_CUSTOMER_GROUP (object)->orders, g_ptr_array_unref);

  G_OBJECT_CLASS (tranche_customer_group_parent_class)->finalize (object);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRANCHE_CUSTOMER_GROUP (widget)->phone_row));
}

static void
unroot (GtkWidget *widget)
{
  stop_looking (TRANCHE_CUSTOMER_GROUP (widget));
  stop_asking (TRANCHE_CUSTOMER_GROUP (widget));

  GTK_WIDGET_CLASS (tranche_customer_group_parent_class)->unroot (widget);
}

static void
tranche_customer_group_class_init (TrancheCustomerGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_customer_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = tranche_customer_group_finalize;
  widget_class->grab_focus = grab_focus;
  widget_class->unroot = unroot;

  signals[ORDERS_CHANGED] =
    g_signal_new ("orders-changed", TRANCHE_TYPE_CUSTOMER_GROUP, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TRANCHE_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/customer-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheCustomerGroup, phone_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheCustomerGroup, find_button);
  gtk_widget_class_bind_template_child (widget_class, TrancheCustomerGroup, find_spinner);
  gtk_widget_class_bind_template_child (widget_class, TrancheCustomerGroup, answer_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheCustomerGroup, known_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheCustomerGroup, last_name_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheCustomerGroup, first_name_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheCustomerGroup, middle_name_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheCustomerGroup, tax_code_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheCustomerGroup, email_row);
  gtk_widget_class_bind_template_callback (widget_class, find_cb);
  gtk_widget_class_bind_template_callback (widget_class, phone_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_known_cb);
}

static void
tranche_customer_group_init (TrancheCustomerGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tranche_customer_group_set_bank (TrancheCustomerGroup *self,
                                 TrancheBank          *bank)
{
  g_return_if_fail (TRANCHE_IS_CUSTOMER_GROUP (self));

  if (!g_set_object (&self->bank, bank))
    return;

  stop_looking (self);
  gtk_widget_set_visible (GTK_WIDGET (self->answer_row), FALSE);
  update_finding (self);
}

void
tranche_customer_group_set_book (TrancheCustomerGroup *self,
                                 TrancheOrderBook     *book)
{
  g_return_if_fail (TRANCHE_IS_CUSTOMER_GROUP (self));

  if (g_set_object (&self->book, book))
    phone_changed_cb (self);
}

GPtrArray *
tranche_customer_group_get_orders (TrancheCustomerGroup *self)
{
  g_return_val_if_fail (TRANCHE_IS_CUSTOMER_GROUP (self), NULL);

  return self->orders;
}

void
tranche_customer_group_fill (TrancheCustomerGroup  *self,
                             const TrancheCustomer *customer)
{
  g_return_if_fail (TRANCHE_IS_CUSTOMER_GROUP (self));
  g_return_if_fail (customer != NULL);

  fill (self->phone_row, customer->phone);
  fill (self->last_name_row, customer->last_name);
  fill (self->first_name_row, customer->first_name);
  fill (self->middle_name_row, customer->middle_name);
  fill (self->email_row, customer->email);
}

TrancheCustomer *
tranche_customer_group_collect (TrancheCustomerGroup *self)
{
  TrancheCustomer *customer;

  g_return_val_if_fail (TRANCHE_IS_CUSTOMER_GROUP (self), NULL);

  customer = tranche_customer_new ();
  customer->phone = tranche_field_row_dup_text (self->phone_row);
  customer->last_name = tranche_field_row_dup_text (self->last_name_row);
  customer->first_name = tranche_field_row_dup_text (self->first_name_row);
  customer->middle_name = tranche_field_row_dup_text (self->middle_name_row);
  customer->tax_code = tranche_field_row_dup_text (self->tax_code_row);
  customer->email = tranche_field_row_dup_text (self->email_row);

  return customer;
}

GtkWidget *
tranche_customer_group_show_problem (TrancheCustomerGroup *self,
                                     TrancheField          field,
                                     const char           *text)
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
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (rows[i].field == field) {
      tranche_field_row_set_flaw (rows[i].row, text);
      return GTK_WIDGET (rows[i].row);
    }
  }

  return NULL;
}

void
tranche_customer_group_clear (TrancheCustomerGroup *self)
{
  TrancheFieldRow *rows[] = {
    self->phone_row, self->last_name_row, self->first_name_row, self->middle_name_row,
    self->email_row,
  };

  g_return_if_fail (TRANCHE_IS_CUSTOMER_GROUP (self));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    tranche_field_row_set_flaw (rows[i], NULL);
}
