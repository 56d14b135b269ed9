/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-facts.h"

#include <glib/gi18n.h>

#include "ui/order-texts.h"
#include "ui/raw-row.h"
#include "ui/value-row.h"
#include "ui/view-words.h"

struct _TrancheOrderFacts {
  AdwBin parent_instance;

  TrancheOrder *order;
  TrancheAccount *account;
};

G_DEFINE_FINAL_TYPE (TrancheOrderFacts, tranche_order_facts, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_ORDER,
  PROP_ACCOUNT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Closures of the template: the pure functions of order-texts.h, behind the
 * widget that every closure is called with. */

#define DEFINE_TEXT_CLOSURE(name)                          \
  static char *                                            \
  name##_cb (TrancheOrderFacts *self, TrancheOrder *order) \
  {                                                        \
    return tranche_order_text_##name (order);              \
  }

DEFINE_TEXT_CLOSURE (amount)
DEFINE_TEXT_CLOSURE (first_payment)
DEFINE_TEXT_CLOSURE (credit_amount)
DEFINE_TEXT_CLOSURE (transfer_amount)
DEFINE_TEXT_CLOSURE (monthly_payment)
DEFINE_TEXT_CLOSURE (customer)
DEFINE_TEXT_CLOSURE (phone)
DEFINE_TEXT_CLOSURE (email)
DEFINE_TEXT_CLOSURE (tax_code)
DEFINE_TEXT_CLOSURE (loan_number)
DEFINE_TEXT_CLOSURE (chosen_bank)
DEFINE_TEXT_CLOSURE (signing)
DEFINE_TEXT_CLOSURE (bank_order_id)
DEFINE_TEXT_CLOSURE (created_at)
DEFINE_TEXT_CLOSURE (signed_at)
DEFINE_TEXT_CLOSURE (cooling_until)
DEFINE_TEXT_CLOSURE (committed_at)
DEFINE_TEXT_CLOSURE (paid_at)
DEFINE_TEXT_CLOSURE (expires_at)
DEFINE_TEXT_CLOSURE (raw_state)
DEFINE_TEXT_CLOSURE (raw_answer)

static char *
product_cb (TrancheOrderFacts *self,
            TrancheOrder      *order,
            TrancheAccount    *account)
{
  return tranche_order_text_product (order, account);
}

/* Some banks tell for how long is paid, and not how much. */
static char *
payment_title_cb (TrancheOrderFacts *self,
                  TrancheOrder      *order)
{
  return g_strdup (order == NULL || tranche_money_is_set (tranche_order_get_monthly_payment (order))
                     ? _("Monthly payment") : _("Term"));
}

static char *
account_cb (TrancheOrderFacts *self,
            TrancheAccount    *account)
{
  return account != NULL ? tranche_account_label (account) : g_strdup ("");
}

static gboolean
has_customer_cb (TrancheOrderFacts *self,
                 TrancheOrder      *order)
{
  g_autofree char *name = tranche_order_text_customer (order);
  g_autofree char *phone = tranche_order_text_phone (order);
  g_autofree char *email = tranche_order_text_email (order);

  return *name != '\0' || *phone != '\0' || *email != '\0';
}

static void
tranche_order_facts_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TrancheOrderFacts *self = TRANCHE_ORDER_FACTS (object);

  switch (prop_id) {
  case PROP_ORDER:
    g_value_set_object (value, self->order);
    break;
  case PROP_ACCOUNT:
    g_value_set_object (value, self->account);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_facts_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TrancheOrderFacts *self = TRANCHE_ORDER_FACTS (object);

  switch (prop_id) {
  case PROP_ORDER:
    if (g_set_object (&self->order, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_ACCOUNT:
    if (g_set_object (&self->account, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_facts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ORDER_FACTS);

  G_OBJECT_CLASS (tranche_order_facts_parent_class)->dispose (object);
}

static void
tranche_order_facts_finalize (GObject *object)
{
  TrancheOrderFacts *self = TRANCHE_ORDER_FACTS (object);

  g_clear_object (&self->order);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (tranche_order_facts_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-facts.ui");
  gtk_widget_class_bind_template_callback (widget_class, amount_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_payment_cb);
  gtk_widget_class_bind_template_callback (widget_class, credit_amount_cb);
  gtk_widget_class_bind_template_callback (widget_class, transfer_amount_cb);
  gtk_widget_class_bind_template_callback (widget_class, monthly_payment_cb);
  gtk_widget_class_bind_template_callback (widget_class, payment_title_cb);
  gtk_widget_class_bind_template_callback (widget_class, customer_cb);
  gtk_widget_class_bind_template_callback (widget_class, phone_cb);
  gtk_widget_class_bind_template_callback (widget_class, email_cb);
  gtk_widget_class_bind_template_callback (widget_class, tax_code_cb);
  gtk_widget_class_bind_template_callback (widget_class, loan_number_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_bank_cb);
  gtk_widget_class_bind_template_callback (widget_class, signing_cb);
  gtk_widget_class_bind_template_callback (widget_class, bank_order_id_cb);
  gtk_widget_class_bind_template_callback (widget_class, created_at_cb);
  gtk_widget_class_bind_template_callback (widget_class, signed_at_cb);
  gtk_widget_class_bind_template_callback (widget_class, cooling_until_cb);
  gtk_widget_class_bind_template_callback (widget_class, committed_at_cb);
  gtk_widget_class_bind_template_callback (widget_class, paid_at_cb);
  gtk_widget_class_bind_template_callback (widget_class, expires_at_cb);
  gtk_widget_class_bind_template_callback (widget_class, raw_state_cb);
  gtk_widget_class_bind_template_callback (widget_class, raw_answer_cb);
  gtk_widget_class_bind_template_callback (widget_class, product_cb);
  gtk_widget_class_bind_template_callback (widget_class, account_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_customer_cb);
}

static void
tranche_order_facts_class_init (TrancheOrderFactsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags
    = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tranche_order_facts_get_property;
  object_class->set_property = tranche_order_facts_set_property;
  object_class->dispose = tranche_order_facts_dispose;
  object_class->finalize = tranche_order_facts_finalize;

  properties[PROP_ORDER] =
    g_param_spec_object ("order", NULL, NULL, TRANCHE_TYPE_ORDER, flags);
  properties[PROP_ACCOUNT] =
    g_param_spec_object ("account", NULL, NULL, TRANCHE_TYPE_ACCOUNT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TRANCHE_TYPE_RAW_ROW);
  g_type_ensure (TRANCHE_TYPE_VALUE_ROW);
  install_template (GTK_WIDGET_CLASS (klass));
}

static void
tranche_order_facts_init (TrancheOrderFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
