package hobson.export;

import java.util.Arrays;

/** A stack of places to come back to, each with a number that belongs to it. */
final class Marks {
    private int[] stack = new int[16];
    private int top;

    void push(int place, int state) {
        if (top + 2 > stack.length) stack = Arrays.copyOf(stack, 2 * stack.length);
        stack[top++] = place;
        stack[top++] = state;
    }

    /** Returns the number of the last mark; {@link #place} is its place until the next push. */
    int pop() {
        top -= 2;
        return stack[top + 1];
    }

    int place() {
        return stack[top];
    }

    boolean isEmpty() {
        return top == 0;
    }
}
