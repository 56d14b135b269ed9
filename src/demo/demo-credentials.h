/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What opens the demo bank. Public, and worth nothing elsewhere. */
#define TRANCHE_DEMO_SHOP_ID        "demo-shop"
#define TRANCHE_DEMO_SHOWCASE_ID    "demo-showcase"
#define TRANCHE_DEMO_PASSWORD       "demo-password"

/* Another shop of the same company, with the same password, to whom the orders
 * of the first are somebody else's. */
#define TRANCHE_DEMO_OTHER_SHOWCASE_ID "demo-showcase-2"

/* What goes before the login for orders of the test world. */
#define TRANCHE_DEMO_LOGIN_PREFIX   "demo-"
