"""Orders, the rules they follow, and the stores that keep them."""
import uuid
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta, timezone
from functools import cached_property
from typing import Any, Iterable, Protocol

STATUSES = ('pending', 'paid', 'cancelled')
MAX_QUANTITY = 1000


class InvalidOrder(ValueError):
    """What the client sent is not an order."""


def _now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec='seconds')


@dataclass(frozen=True)
class Order:
    """What one customer ordered: the quantity of each SKU."""

    customer: str
    items: dict[str, int]
    order_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    status: str = 'pending'
    created_at: str = field(default_factory=_now)

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


class OrderStore(Protocol):
    """Where orders are kept."""

    def find(self, status: str | None = None) -> list[Order]:
        """Return the orders, newest first."""

    def get(self, order_id: str) -> Order | None:
        """Return one order, or None if there is none with this id."""

    def put(self, order: Order) -> None:
        """Save an order."""

    def change_status(self, order_id: str, old: str, new: str) -> bool:
        """Change a status, unless the order is missing or not in `old`."""


class MemoryOrderStore:
    """Keeps orders in this process: for tests and first steps."""

    def __init__(self) -> None:
        self._orders: dict[str, Order] = {}

    def find(self, status: str | None = None) -> list[Order]:
        return _newest_first(order for order in self._orders.values()
                             if status in (None, order.status))

    def get(self, order_id: str) -> Order | None:
        return self._orders.get(order_id)

    def put(self, order: Order) -> None:
        self._orders[order.order_id] = order

    def change_status(self, order_id: str, old: str, new: str) -> bool:
        order = self.get(order_id)
        if order is None or order.status != old:
            return False
        self.put(replace(order, status=new))
        return True


class DynamoDBOrderStore:
    """Keeps orders in a DynamoDB table whose hash key is `order_id`."""

    def __init__(self, table_name: str) -> None:
        self._table_name = table_name

    @cached_property
    def _table(self) -> Any:
        import boto3  # Only here, so that an app without a table needs no AWS.
        return boto3.resource('dynamodb').Table(self._table_name)

    def find(self, status: str | None = None) -> list[Order]:
        query: dict[str, Any] = {}
        if status is not None:
            query = {'FilterExpression': '#status = :status',
                     'ExpressionAttributeNames': {'#status': 'status'},
                     'ExpressionAttributeValues': {':status': status}}
        found: list[Order] = []
        while True:
            page = self._table.scan(**query)
            found.extend(map(_from_item, page['Items']))
            if 'LastEvaluatedKey' not in page:
                return _newest_first(found)
            query['ExclusiveStartKey'] = page['LastEvaluatedKey']

    def get(self, order_id: str) -> Order | None:
        item = self._table.get_item(Key={'order_id': order_id}).get('Item')
        return None if item is None else _from_item(item)

    def put(self, order: Order) -> None:
        self._table.put_item(Item=order.to_dict())

    def change_status(self, order_id: str, old: str, new: str) -> bool:
        try:
            self._table.update_item(
                Key={'order_id': order_id},
                UpdateExpression='SET #status = :new',
                ConditionExpression='#status = :old',
                ExpressionAttributeNames={'#status': 'status'},
                ExpressionAttributeValues={':old': old, ':new': new})
        except self._table.meta.client.exceptions \
                .ConditionalCheckFailedException:
            return False
        return True


def open_store(table_name: str | None) -> OrderStore:
    """Open the store on a table, or one in memory if there is no table."""
    return DynamoDBOrderStore(table_name) if table_name else MemoryOrderStore()


def new_order(body: Any) -> Order:
    """Make a pending order of a request's body, or raise InvalidOrder."""
    if not isinstance(body, dict):
        raise InvalidOrder('The body must be a JSON object')
    customer, items = body.get('customer'), body.get('items')
    if not isinstance(customer, str) or not customer.strip():
        raise InvalidOrder('customer must be a non-empty string')
    if not isinstance(items, dict) or not items or '' in items:
        raise InvalidOrder('items must map at least one SKU to a quantity')
    for sku, quantity in items.items():
        if type(quantity) is not int or not 1 <= quantity <= MAX_QUANTITY:
            raise InvalidOrder(
                f'The quantity of {sku} must be from 1 to {MAX_QUANTITY}')
    return Order(customer=customer.strip(), items=items)


def parse_payment(message: Any) -> str:
    """Return the id of the order that a payment message is for."""
    order_id = message.get('order_id') if isinstance(message, dict) else None
    if not isinstance(order_id, str) or not order_id:
        raise ValueError('a payment needs an order_id')
    return order_id


def cancel_stale(store: OrderStore, max_age: timedelta) -> int:
    """Cancel the pending orders older than `max_age`; return how many."""
    oldest = datetime.now(timezone.utc) - max_age
    return sum(store.change_status(order.order_id, 'pending', 'cancelled')
               for order in store.find('pending')
               if datetime.fromisoformat(order.created_at) < oldest)


def _newest_first(orders: Iterable[Order]) -> list[Order]:
    return sorted(orders, key=lambda order: order.created_at, reverse=True)


def _from_item(item: dict[str, Any]) -> Order:
    # DynamoDB returns every number as a Decimal.
    items = {sku: int(quantity) for sku, quantity in item['items'].items()}
    return Order(**{**item, 'items': items})
