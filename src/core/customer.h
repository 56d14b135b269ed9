/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TrancheCustomer:
 * @last_name: (nullable): family name
 * @first_name: (nullable): given name
 * @middle_name: (nullable): patronymic
 * @phone: (nullable): as typed or as the bank says it; personal data
 * @email: (nullable): personal data
 * @tax_code: (nullable): the code in the tax register, where the bank tells it
 *
 * Who buys. A plain value; every field is owned and may be %NULL. None of it
 * may reach a log.
 */
typedef struct {
  char *last_name;
  char *first_name;
  char *middle_name;
  char *phone;
  char *email;
  char *tax_code;
} TrancheCustomer;

#define TRANCHE_TYPE_CUSTOMER (tranche_customer_get_type ())

GType            tranche_customer_get_type      (void);

TrancheCustomer *tranche_customer_new           (void);
TrancheCustomer *tranche_customer_copy          (const TrancheCustomer *self);
void             tranche_customer_free          (TrancheCustomer       *self);
gboolean         tranche_customer_equal         (const TrancheCustomer *a,
                                                 const TrancheCustomer *b);

/* "Last First Middle", without those that are missing; "" when none is known. */
char            *tranche_customer_get_full_name (const TrancheCustomer *self);

/* Takes each field of @other that is set and not empty, except those that the bank has
 * masked with asterisks where a plain one is known. */
void             tranche_customer_merge         (TrancheCustomer       *self,
                                                 const TrancheCustomer *other);

/* Digits of @phone in international form without the plus: "8 (999) 888-77-66"
 * and "9998887766" of country RU are "79998887766"; UA gives "380…". The text
 * is returned as its bare digits where it fits neither. (not nullable) */
char            *tranche_phone_to_digits        (const char            *phone,
                                                 const char            *country);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheCustomer, tranche_customer_free)

G_END_DECLS
