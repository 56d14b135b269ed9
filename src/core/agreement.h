/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TrancheServices:
 * @TRANCHE_SERVICE_CUSTOMER: looks a customer up by phone and tells the name
 * @TRANCHE_SERVICE_CUSTOMER_FOUND: tells only whether there is such a customer
 * @TRANCHE_SERVICE_LETTER: contract data for the guarantee letter, first version
 * @TRANCHE_SERVICE_LETTER_CONTRACT: the same with the contract of the shop, second version
 * @TRANCHE_SERVICE_LETTER_PDF: the guarantee letter as the bank prints it
 * @TRANCHE_SERVICE_DETAILS: sums, invoice and returns of an order
 * @TRANCHE_SERVICE_RETURN: goods can be returned, in parts too
 * @TRANCHE_SERVICE_REPORT: the operations of a day
 *
 * What a bank offers to a shop beyond the life of an order. Stored with the
 * account: values never change.
 */
typedef enum {
  TRANCHE_SERVICE_CUSTOMER = 1 << 0,
  TRANCHE_SERVICE_CUSTOMER_FOUND = 1 << 1,
  TRANCHE_SERVICE_LETTER = 1 << 2,
  TRANCHE_SERVICE_LETTER_CONTRACT = 1 << 3,
  TRANCHE_SERVICE_LETTER_PDF = 1 << 4,
  TRANCHE_SERVICE_DETAILS = 1 << 5,
  TRANCHE_SERVICE_RETURN = 1 << 6,
  TRANCHE_SERVICE_REPORT = 1 << 7,
} TrancheServices;

/**
 * TranchePointOfSale:
 * @code: the code that the bank gets, 1 to 50 characters
 * @name: (nullable): what the manager sees; the code where it is %NULL
 *
 * A place where the shop sells.
 */
typedef struct {
  char *code;
  char *name;
} TranchePointOfSale;

TranchePointOfSale *tranche_point_of_sale_new   (const char               *code,
                                                 const char               *name);
TranchePointOfSale *tranche_point_of_sale_copy  (const TranchePointOfSale *self);
void                tranche_point_of_sale_free  (TranchePointOfSale       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TranchePointOfSale, tranche_point_of_sale_free)

/**
 * TrancheAgreement:
 * @services: what the bank offers to this shop
 * @id_header: (nullable): the name of the header with the shop's id, where the
 *   bank has one
 * @signature_header: (nullable): the name of the header with the signature
 * @points_of_sale: (element-type TranchePointOfSale) (not nullable): may be empty
 * @points_checked: the bank knows the points of sale and refuses another code
 * @seller_phone: (nullable): the phone that the bank writes to about sales
 * @callback_url: (nullable): the public address that is forwarded to this
 *   computer for the bank's messages; none are listened for without it
 * @callback_port: the local port that they arrive at; 0 for none
 * @callback_interface: (nullable): the address to listen on; the loopback one
 *   where it is %NULL
 *
 * What the shop and a bank agreed upon beside address and login. A plain
 * value; every field is owned.
 */
typedef struct {
  TrancheServices services;
  char *id_header;
  char *signature_header;
  GPtrArray *points_of_sale;
  gboolean points_checked;
  char *seller_phone;
  char *callback_url;
  guint callback_port;
  char *callback_interface;
} TrancheAgreement;

#define TRANCHE_TYPE_AGREEMENT (tranche_agreement_get_type ())

GType             tranche_agreement_get_type  (void);

TrancheAgreement *tranche_agreement_new       (void);
TrancheAgreement *tranche_agreement_copy      (const TrancheAgreement *self);
void              tranche_agreement_free      (TrancheAgreement       *self);
gboolean          tranche_agreement_equal     (const TrancheAgreement *a,
                                               const TrancheAgreement *b);
/* Whether @code is among the points of sale. */
gboolean          tranche_agreement_has_point (const TrancheAgreement *self,
                                               const char             *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheAgreement, tranche_agreement_free)

G_END_DECLS
